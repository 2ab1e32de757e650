using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Logging;

namespace Recap.Server.Errors;

/// <summary>Turns what handlers throw into a status with details, for gRPC, gRPC-Web and JSON alike.</summary>
internal sealed class DomainErrorInterceptor(ILogger<DomainErrorInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Describe(error, context).ToRpcException();
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw Describe(error, context).ToRpcException();
        }
    }

    private Google.Rpc.Status Describe(Exception error, ServerCallContext context)
    {
        var http = context.GetHttpContext();
        if (http.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true)
        {
            logger.CallOutOfTime(context.Method);
            return ErrorStatus.OutOfTime();
        }

        // A caller that goes away shows as either, depending on what the handler was waiting for.
        if (context.CancellationToken.IsCancellationRequested && error is OperationCanceledException or IOException)
        {
            logger.CallCancelled(context.Method);
            return ErrorStatus.Cancelled();
        }

        var status = ErrorStatus.Of(error, http.TraceIdentifier);
        logger.Failure(status, context.Method, http.TraceIdentifier, error);
        return status;
    }
}
