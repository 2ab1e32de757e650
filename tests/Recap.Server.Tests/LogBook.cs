using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Recap.Server.Tests;

/// <summary>Keeps what the server logged.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private readonly TaskCompletionSource<LogLine> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What Recap itself logged, not its framework.</summary>
    public IReadOnlyList<LogLine> Lines => [.. _lines];

    /// <summary>The first line, now or when it comes.</summary>
    public Task<LogLine> First => _first.Task;

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => category.StartsWith("Recap", StringComparison.Ordinal);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var line = new LogLine(logLevel, eventId.Id, formatter(state, exception));
            book._lines.Enqueue(line);
            book._first.TrySetResult(line);
        }
    }
}

internal sealed record LogLine(LogLevel Level, int Event, string Text);
