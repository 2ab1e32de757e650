using System.Collections.Immutable;
using Recap.Talks.Judging;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting.Leads;

/// <summary>What the block above a list says that it lists.</summary>
internal enum Listing
{
    Other,

    /// <summary>Sessions, each told of behind its first words.</summary>
    Sessions,

    /// <summary>The same, and an item may be no more than a title.</summary>
    Titles,

    /// <summary>As many sessions as there are items: each item is one, in whatever words.</summary>
    Counted,
}

/// <summary>Reads what stands above lists.</summary>
internal static class Listings
{
    /// <summary>What a list holds: below "les conférences que j'ai vues :" and "Jour 1", what an item begins with is a title.</summary>
    /// <param name="above">The block above the list.</param>
    /// <param name="blocks">The blocks of the post.</param>
    /// <param name="first">Index of the list's first item.</param>
    /// <param name="titles">Knows what headings give away.</param>
    public static Listing Of(Block above, ImmutableArray<Block> blocks, int first, TitleReader titles)
    {
        if (above.Kind != BlockKind.Heading)
        {
            var announces = TalkWords.Announces(above.Text);
            return TalkWords.Counted(above.Text) is var count and > 1 && count == Items(blocks, first) || announces && TalkWords.TellsOfEach(above.Text) ? Listing.Counted
                : announces || IsOfSessions(above, blocks, first, titles) ? Listing.Sessions
                : Listing.Other;
        }

        var sense = titles.SenseOf(SectionWords.Fold(above.Text));
        return sense.HasFlag(SectionSense.Sessions) ? Listing.Titles
            : (sense & SectionSense.Container) != SectionSense.None || TalkWords.Lists(above.Text) ? Listing.Sessions
            : Listing.Other;
    }

    // "Parmi les créneaux, en voici quelques-uns :" below "Les conférences".
    private static bool IsOfSessions(Block above, ImmutableArray<Block> blocks, int first, TitleReader titles)
    {
        if (!above.Text.AsSpan().TrimEnd().EndsWith(":"))
        {
            return false;
        }

        for (var i = first - 1; i >= 0; i--)
        {
            if (blocks[i].Kind == BlockKind.Heading)
            {
                return titles.SenseOf(SectionWords.Fold(blocks[i].Text)).HasFlag(SectionSense.Sessions) && !TalkWords.IsUnseen(above.Text);
            }
        }

        return false;
    }

    private static int Items(ImmutableArray<Block> blocks, int first)
    {
        var items = 0;
        for (var i = first; i < blocks.Length && blocks[i].Kind == BlockKind.ListItem; i++)
        {
            items += blocks[i].Level <= 1 ? 1 : 0;
        }

        return items;
    }
}
