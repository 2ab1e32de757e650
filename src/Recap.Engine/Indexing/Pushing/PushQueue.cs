namespace Recap.Engine.Indexing.Pushing;

/// <summary>Lets one in at a time by name; the others wait, first come first served.</summary>
internal sealed class PushQueue
{
    private readonly Lock _gate = new();

    // Names come from outside: one that nobody holds is forgotten.
    private readonly Dictionary<string, Queue<TaskCompletionSource>> _waiting = new(StringComparer.Ordinal);

    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancellationToken)
    {
        TaskCompletionSource? turn = null;
        lock (_gate)
        {
            if (_waiting.TryGetValue(name, out var others))
            {
                turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                others.Enqueue(turn);
            }
            else
            {
                _waiting[name] = [];
            }
        }

        if (turn is not null)
        {
            await using var cancelled = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
            await turn.Task;
        }

        return new Place(() => Leave(name));
    }

    private void Leave(string name)
    {
        lock (_gate)
        {
            var others = _waiting[name];
            while (others.TryDequeue(out var next))
            {
                // One that was cancelled has gone away.
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _waiting.Remove(name);
        }
    }

    private sealed class Place(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
