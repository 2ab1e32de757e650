using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.Analysis;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Relating;
using Recap.Talks;

namespace Recap.Engine.LuceneNet.Relating;

/// <summary>What a talk's document holds so that the talk can be related to others.</summary>
internal static class RelatingFields
{
    /// <summary>Changes whenever these fields are made otherwise.</summary>
    public const string Version = "2." + TalkProfile.Version;

    /// <summary>Every <see cref="TalkKey"/> of the talk, as often as it is strong; not for notes, which are related to nothing.</summary>
    public const string Keys = "relating.key";

    /// <summary><see cref="TalkProfile.Norm"/> by document.</summary>
    public const string Length = "relating.length";

    /// <summary>The talk as <see cref="StoredNeighbour"/> writes it, by document.</summary>
    public const string Profile = "relating.profile";

    /// <summary>Address of the talk's page, with host and by path alone.</summary>
    public const string Page = "relating.page";

    private static readonly FieldType Counted = new(TextField.TYPE_NOT_STORED)
    {
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
        OmitNorms = true,
    };

    /// <summary>The term of a key: its hash, by which profiles are compared too, so that both always agree.</summary>
    public static string TermOf(string key) => TalkKey.Hash(key).ToString("x8", CultureInfo.InvariantCulture);

    public static void AddTo(Document document, IndexedTalk indexed)
    {
        if (indexed.Talk.Kind == TalkKind.Notes)
        {
            return;
        }

        var traits = TalkTraits.Of(indexed);
        var profile = TalkProfile.Of(traits);
        document.Add(new Field(Keys, new TokenList([.. traits.Keys.SelectMany(Tokens)]), Counted));
        document.Add(new SingleDocValuesField(Length, (float)profile.Norm()));
        document.Add(new BinaryDocValuesField(Profile, new BytesRef(StoredNeighbour.Write(indexed, profile))));
        if (indexed.Talk.Url is { } url)
        {
            var page = PageKey.Of(url);
            document.Add(new StringField(Page, TermText.Of(page.ToString()), Field.Store.NO));
            document.Add(new StringField(Page, TermText.Of(page.Path), Field.Store.NO));
        }
    }

    private static IEnumerable<TextToken> Tokens(HeldKey held) => Enumerable.Repeat(new TextToken(TermOf(held.Key), 0, 0, 1), held.Strength);
}
