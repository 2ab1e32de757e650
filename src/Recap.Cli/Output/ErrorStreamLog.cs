using Microsoft.Extensions.Logging;

namespace Recap.Cli.Output;

/// <summary>Writes warnings and errors of the server to the error stream, one a line.</summary>
internal sealed class ErrorStreamLog(TextWriter error) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(TextWriter.Synchronized(error));

    public void Dispose()
    {
    }

    private sealed class Logger(TextWriter error) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Warning or LogLevel.Error or LogLevel.Critical;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                error.WriteLine(Printable.Plain($"{logLevel.ToString().ToLowerInvariant()} {eventId.Id}: {formatter(state, exception)} {exception?.ToString()}"));
            }
        }
    }
}
