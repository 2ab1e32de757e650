using Lucene.Net.Documents;
using Lucene.Net.Util;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Relating;
using Recap.Talks;

namespace Recap.Engine.LuceneNet.Relating;

/// <summary>What a talk's document holds so that the talk can be related to others.</summary>
internal static class RelatingFields
{
    /// <summary>Changes whenever these fields are made otherwise.</summary>
    public const string Version = "1." + TalkProfile.Version;

    /// <summary>Every <see cref="TalkKey"/> of the talk; not for notes, which are related to nothing.</summary>
    public const string Keys = "relating.key";

    /// <summary>The talk as <see cref="StoredNeighbour"/> writes it, by document.</summary>
    public const string Profile = "relating.profile";

    /// <summary>Address of the talk's page, with host and by path alone.</summary>
    public const string Page = "relating.page";

    public static void AddTo(Document document, IndexedTalk indexed)
    {
        if (indexed.Talk.Kind == TalkKind.Notes)
        {
            return;
        }

        var traits = TalkTraits.Of(indexed);
        foreach (var key in traits.Keys)
        {
            document.Add(new StringField(Keys, TermText.Of(key), Field.Store.NO));
        }

        document.Add(new BinaryDocValuesField(Profile, new BytesRef(StoredNeighbour.Write(indexed, TalkProfile.Of(traits)))));
        if (indexed.Talk.Url is { } url)
        {
            var page = PageKey.Of(url);
            document.Add(new StringField(Page, TermText.Of(page.ToString()), Field.Store.NO));
            document.Add(new StringField(Page, TermText.Of(page.Path), Field.Store.NO));
        }
    }
}
