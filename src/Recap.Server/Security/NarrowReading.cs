using Google.Protobuf.Collections;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Recap.Protocol.V1;
using TalkNotFoundException = Recap.Engine.Querying.TalkNotFoundException;

namespace Recap.Server.Security;

/// <summary>
/// Holds a key that may read some sources to those. Of what is not listed here it may ask nothing: a method that comes
/// later is closed to it until somebody has thought about it.
/// </summary>
internal sealed class NarrowReading : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (Caller.Of(context.GetHttpContext()).Key is not { Sources.IsEmpty: false } key
            || context.Method.StartsWith($"/{TalkIndexService.Descriptor.FullName}/", StringComparison.Ordinal))
        {
            return await continuation(request, context);
        }

        switch (request)
        {
            case SearchTalksRequest search:
                Narrow((search.Filter ??= new TalkFilter()).Sources, key);
                search.Facets.Remove(FacetField.Source);
                break;
            case ListTalksRequest list:
                Narrow((list.Filter ??= new TalkFilter()).Sources, key);
                break;
            case GetTalkRequest:
                break;
            default:
                throw new KeyTooNarrowException(KeyScope.Read, source: null);
        }

        var response = await continuation(request, context);
        return response is Talk talk && !key.Allows(KeyScope.Read, talk.Origin.Source) ? throw new TalkNotFoundException(talk.Name) : response;
    }

    private static void Narrow(RepeatedField<string> sources, ApiKey key)
    {
        if (sources.Count == 0)
        {
            sources.Add(key.Sources);
        }
        else if (sources.FirstOrDefault(source => !key.Allows(KeyScope.Read, source)) is { } other)
        {
            throw new KeyTooNarrowException(KeyScope.Read, other);
        }
    }
}
