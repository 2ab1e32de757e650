using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>
/// Keeps what was used lately, within a bound. When half of the bound has come in, what was not used meanwhile goes. Reading
/// takes no lock.
/// </summary>
/// <param name="most">Size of everything kept at most, in bytes.</param>
/// <param name="sizeOf">Size of one value in bytes, its key included.</param>
internal sealed class RecentlyUsed<TKey, TValue>(long most, Func<TValue, long> sizeOf)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private volatile ConcurrentDictionary<TKey, TValue> _young = [];
    private volatile ConcurrentDictionary<TKey, TValue> _old = [];
    private long _sizeOfYoung;

    /// <summary>Whether a value is still kept.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.TryGetValue(key, out value))
        {
            return true;
        }

        if (!_old.TryGetValue(key, out value))
        {
            return false;
        }

        Add(key, value);
        return true;
    }

    /// <summary>Forgets all of it.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            (_old, _young, _sizeOfYoung) = ([], [], 0);
        }
    }

    /// <summary>Keeps a value, unless it would take more than half of what there is room for.</summary>
    public void Add(TKey key, TValue value)
    {
        var size = sizeOf(value);
        if (size > most / 2)
        {
            return;
        }

        lock (_gate)
        {
            if (_sizeOfYoung + size > most / 2)
            {
                (_old, _young, _sizeOfYoung) = (_young, [], 0);
            }

            if (_young.TryAdd(key, value))
            {
                _sizeOfYoung += size;
            }
        }
    }
}
