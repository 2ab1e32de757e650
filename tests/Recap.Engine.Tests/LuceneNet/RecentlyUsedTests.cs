using Recap.Engine.LuceneNet.Reading;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>What is kept of what was read.</summary>
public sealed class RecentlyUsedTests
{
    private const int Most = 100;

    private readonly RecentlyUsed<int, string> _kept = new(Most, value => value.Length);

    [Fact]
    public void What_is_used_again_and_again_stays_and_the_rest_goes()
    {
        _kept.Add(-1, Value(10));
        for (var key = 0; key < 50; key++)
        {
            _kept.Add(key, Value(10));
            _kept.TryGet(-1, out _).ShouldBeTrue();
        }

        Enumerable.Range(0, 50).Count(key => _kept.TryGet(key, out _)).ShouldBeInRange(1, Most / 10);
        _kept.TryGet(49, out _).ShouldBeTrue();
    }

    [Fact]
    public void What_would_take_most_of_the_room_is_not_kept()
    {
        _kept.Add(1, Value(Most));

        _kept.TryGet(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void What_is_forgotten_is_gone_and_its_room_is_free()
    {
        _kept.Add(1, Value(Most / 2));
        _kept.Clear();
        _kept.Add(2, Value(Most / 2));

        _kept.TryGet(1, out _).ShouldBeFalse();
        _kept.TryGet(2, out _).ShouldBeTrue();
    }

    private static string Value(int size) => new('x', size);
}
