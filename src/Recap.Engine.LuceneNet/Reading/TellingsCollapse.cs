using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Relating;
using Recap.Engine.Querying;
using Recap.Engine.Relating;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Leaves one hit of each session of an answer, by the profiles that talks are related by.</summary>
internal sealed class TellingsCollapse(Snapshot snapshot)
{
    public Answer Apply(Answer answer)
    {
        var told = answer.Hits.Take(SessionCollapse.Depth).Select(hit => Read(hit.Doc)).ToArray();
        var collapsed = SessionCollapse.Collapse([.. told.Select(talk => talk?.Profile)]);
        var hits = collapsed.Select(session => answer.Hits[session.Place] with
        {
            Tellings = [.. session.Tellings.Select(place => told[place]!.Id)],
        });
        return answer with
        {
            Hits = [.. hits, .. answer.Hits.Skip(told.Length)],
            Total = answer.Total - (told.Length - collapsed.Count),
        };
    }

    /// <summary>Null for notes, which have no profile.</summary>
    private Neighbour? Read(int document)
    {
        var leaf = snapshot.Reader.Leaves[ReaderUtil.SubIndex(document, snapshot.Reader.Leaves)];
        var value = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(RelatingFields.Profile)?.Get(document - leaf.DocBase, value);
        return value.Length > 0 ? StoredNeighbour.Read(value, document, most: 0) : null;
    }
}
