using Recap.Engine.Indexing;
using Recap.Engine.Relating;

namespace Recap.Server;

/// <summary>What the server needs to suggest related talks.</summary>
/// <param name="Talks">Finds them.</param>
/// <param name="Words">Puts the reasons into words.</param>
public sealed record RelatedSuggestions(IRelatedTalks Talks, ReasonWording Words)
{
    /// <summary>Suggestions over an index by the built-in weights, remembered by generation; free text goes by its words alone, topics are shown by their ids.</summary>
    public static RelatedSuggestions Over(ITalkIndex index)
    {
        var relater = new TalkRelater(index.Neighbourhood, RelatedModel.Default, new FreeTextReader());
        return new RelatedSuggestions(new CachedRelatedTalks(relater, index.Neighbourhood), ReasonWording.ById);
    }
}
