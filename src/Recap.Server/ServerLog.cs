using Microsoft.Extensions.Logging;

namespace Recap.Server;

/// <summary>Everything the server logs. Ids are stable: a removed one is not used again.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "{Call} was cancelled by its caller.")]
    public static partial void CallCancelled(this ILogger logger, string call);

    [LoggerMessage(2, LogLevel.Warning, "{Call} took longer than calls may take and was cut short.")]
    public static partial void CallOutOfTime(this ILogger logger, string call);

    [LoggerMessage(3, LogLevel.Error, "{Call} failed; its caller was told error id {ErrorId}.")]
    public static partial void CallFailed(this ILogger logger, string call, string errorId, Exception error);

    [LoggerMessage(4, LogLevel.Error, "{Call} could not be answered: the index cannot be read. Its caller was told error id {ErrorId}.")]
    public static partial void IndexUnusable(this ILogger logger, string call, string errorId, Exception error);
}
