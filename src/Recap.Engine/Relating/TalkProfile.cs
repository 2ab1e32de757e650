using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Recap.Engine.Relating;

/// <summary>What relates a talk to others, small enough to be read for hundreds of talks a query: keys as hashes, sorted.</summary>
public sealed record TalkProfile
{
    /// <summary>Changes whenever the bytes mean something else: an index made before must be made again.</summary>
    public const string Version = "3";

    private const int HeaderLength = 5 * sizeof(ushort);
    private const byte TitleFlag = 0x80;
    private const byte MostCounted = 0x7F;

    /// <summary>Stems of title and text, by hash.</summary>
    public required ImmutableArray<ProfileWord> Words
    {
        get;
        init
        {
            field = value;
            TitleWords = [.. value.Where(word => word.InTitle)];
        }
    }

    /// <summary>Those of <see cref="Words"/> that the title has.</summary>
    public ImmutableArray<ProfileWord> TitleWords { get; private init; }

    /// <summary>Technologies, by hash.</summary>
    public required ImmutableArray<uint> Technologies { get; init; }

    /// <summary>Speakers, by hash of the folded name.</summary>
    public required ImmutableArray<uint> Speakers { get; init; }

    /// <summary>Topics with their affinities.</summary>
    public required ImmutableArray<ProfileGrade> Topics { get; init; }

    /// <summary>The nearest passages.</summary>
    public required ImmutableArray<ProfileGrade> Passages { get; init; }

    /// <summary>What naming a technology weighs beside a word that comes once: its name is mostly among the words already.</summary>
    public const double TechnologyWeight = 0.5;

    /// <summary>Length of the vector of weighted words and technologies: what sharing them is measured against.</summary>
    public double Norm()
    {
        var squares = Technologies.Length * TechnologyWeight * TechnologyWeight;
        foreach (var word in Words)
        {
            squares += word.Weight * word.Weight;
        }

        return Math.Sqrt(squares);
    }

    /// <summary>The profile of a talk with those traits.</summary>
    public static TalkProfile Of(TalkTraits traits) => new()
    {
        Words = [.. traits.Words.Select(word => new ProfileWord(TalkKey.Hash(TalkKey.Word(word.Stem)), Math.Min(word.Count, (int)MostCounted), word.InTitle)).DistinctBy(word => word.Key).OrderBy(word => word.Key)],
        Technologies = [.. traits.Technologies.Select(name => TalkKey.Hash(TalkKey.Technology(name))).Order()],
        Speakers = [.. traits.Speakers.Select(name => TalkKey.Hash(TalkTraits.SpeakerKey(name))).Distinct().Order()],
        Topics = [.. traits.Topics.Select(topic => ProfileGrade.Of(TalkKey.Topic(topic.Key), topic.Value)).OrderBy(topic => topic.Key)],
        Passages = [.. traits.Passages.Select(passage => ProfileGrade.Of(TalkKey.Passage(passage.Text), passage.Nearness)).OrderBy(passage => passage.Key)],
    };

    /// <summary>The profile as an engine stores it.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + (5 * (Words.Length + Topics.Length + Passages.Length)) + (sizeof(uint) * (Technologies.Length + Speakers.Length))];
        var rest = bytes.AsSpan();
        foreach (var count in (ReadOnlySpan<int>)[Words.Length, Technologies.Length, Speakers.Length, Topics.Length, Passages.Length])
        {
            BinaryPrimitives.WriteUInt16LittleEndian(Take(ref rest, sizeof(ushort)), (ushort)count);
        }

        foreach (var word in Words)
        {
            WriteKey(ref rest, word.Key);
            Take(ref rest, 1)[0] = (byte)(word.Count | (word.InTitle ? TitleFlag : 0));
        }

        foreach (var key in Technologies.Concat(Speakers))
        {
            WriteKey(ref rest, key);
        }

        foreach (var graded in Topics.Concat(Passages))
        {
            WriteKey(ref rest, graded.Key);
            Take(ref rest, 1)[0] = graded.Grade;
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static TalkProfile FromBytes(ReadOnlySpan<byte> bytes)
    {
        var counts = MemoryMarshal.Cast<byte, ushort>(bytes[..HeaderLength]);
        var rest = bytes[HeaderLength..];
        var words = new ProfileWord[counts[0]];
        for (var i = 0; i < words.Length; i++)
        {
            var key = ReadKey(ref rest);
            words[i] = new ProfileWord(key, rest[0] & MostCounted, (rest[0] & TitleFlag) != 0);
            rest = rest[1..];
        }

        var technologies = ReadKeys(ref rest, counts[1]);
        var speakers = ReadKeys(ref rest, counts[2]);
        var topics = ReadGrades(ref rest, counts[3]);
        var passages = ReadGrades(ref rest, counts[4]);
        return new TalkProfile
        {
            Words = ImmutableCollectionsMarshal.AsImmutableArray(words),
            Technologies = ImmutableCollectionsMarshal.AsImmutableArray(technologies),
            Speakers = ImmutableCollectionsMarshal.AsImmutableArray(speakers),
            Topics = ImmutableCollectionsMarshal.AsImmutableArray(topics),
            Passages = ImmutableCollectionsMarshal.AsImmutableArray(passages),
        };
    }

    private static Span<byte> Take(ref Span<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    private static void WriteKey(ref Span<byte> rest, uint key) => BinaryPrimitives.WriteUInt32LittleEndian(Take(ref rest, sizeof(uint)), key);

    private static uint ReadKey(ref ReadOnlySpan<byte> rest)
    {
        var key = BinaryPrimitives.ReadUInt32LittleEndian(rest);
        rest = rest[sizeof(uint)..];
        return key;
    }

    private static ProfileGrade[] ReadGrades(ref ReadOnlySpan<byte> rest, int count)
    {
        var grades = new ProfileGrade[count];
        for (var i = 0; i < count; i++)
        {
            var key = ReadKey(ref rest);
            grades[i] = new ProfileGrade(key, rest[0]);
            rest = rest[1..];
        }

        return grades;
    }

    private static uint[] ReadKeys(ref ReadOnlySpan<byte> rest, int count)
    {
        var keys = new uint[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = ReadKey(ref rest);
        }

        return keys;
    }
}

/// <summary>A word of a profile.</summary>
/// <param name="Key">Hash of its key.</param>
/// <param name="Count">How often it comes, 1..127.</param>
/// <param name="InTitle">Whether the title has it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProfileWord(uint Key, int Count, bool InTitle)
{
    private static readonly ImmutableArray<float> Frequencies = [0, .. Enumerable.Range(1, sbyte.MaxValue).Select(count => 1 + MathF.Log(count))];

    /// <summary>How much the word says of its talk: repetition adds less and less, standing in the title as much as coming three times.</summary>
    public float Weight => Frequencies[Count] + (InTitle ? TitleBonus : 0);

    /// <summary>What <see cref="Weight"/> is at most by strength of the word's key, but for the title's part, which has a key of its own.</summary>
    public static ImmutableArray<float> MostByStrength { get; } =
        [.. Enumerable.Range(1, HeldKey.Strongest).Select(strength => Frequencies[strength < HeldKey.Strongest ? strength : sbyte.MaxValue])];

    /// <summary>What standing in the title adds to <see cref="Weight"/>.</summary>
    public const float TitleBonus = 1;
}
