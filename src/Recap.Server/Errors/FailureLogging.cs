using Google.Rpc;
using Microsoft.Extensions.Logging;

namespace Recap.Server.Errors;

/// <summary>Logs what is the server's fault, and leaves out what is the caller's.</summary>
internal static class FailureLogging
{
    public static void Failure(this ILogger logger, Status status, string call, string errorId, Exception error)
    {
        switch ((Code)status.Code)
        {
            case Code.Internal:
                logger.CallFailed(call, errorId, error);
                break;
            case Code.Unavailable:
                logger.IndexUnusable(call, errorId, error);
                break;
        }
    }
}
