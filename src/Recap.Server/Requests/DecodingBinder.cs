using Google.Protobuf;
using Grpc.Core;
using Recap.Server.Errors;

namespace Recap.Server.Requests;

/// <summary>
/// Binds the services as their generated code does, but for bytes that are no message of the call: those are the caller's
/// fault and told as such, where the library by itself says UNKNOWN. Streams are read by <c>PushStream</c>, which tells more.
/// </summary>
internal sealed class DecodingBinder(ServiceBinderBase inner) : ServiceBinderBase
{
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
        inner.AddMethod(Decoding(method), handler);

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
        inner.AddMethod(Decoding(method), handler);

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
        inner.AddMethod(method, handler);

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
        inner.AddMethod(method, handler);

    private static Method<TRequest, TResponse> Decoding<TRequest, TResponse>(Method<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class
    {
        var marshaller = method.RequestMarshaller;
        return new Method<TRequest, TResponse>(
            method.Type, method.ServiceName, method.Name, Marshallers.Create(marshaller.ContextualSerializer, Decode), method.ResponseMarshaller);

        TRequest Decode(DeserializationContext context)
        {
            try
            {
                return marshaller.ContextualDeserializer(context);
            }
            catch (InvalidProtocolBufferException error)
            {
                throw ErrorStatus.Undecodable(typeof(TRequest).Name, error.Message).ToRpcException();
            }
        }
    }
}
