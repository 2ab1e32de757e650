using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>Settles, when all passages are judged, which of those that hold talks are themes.</summary>
internal static class Themes
{
    // What is told of a session takes a few lines.
    private const int Told = 100;

    // A theme that speaks for itself by prose alone holds talks where those below it name their own people.
    public static void Settle(Candidate parent)
    {
        foreach (var child in parent.Children)
        {
            // Most passages hold none.
            if (child.Children.Count == 0)
            {
                continue;
            }

            Settle(child);
            JoinParts(child);
            var talks = child.Children.Where(below => below.Verdict is Verdict.Talk or Verdict.Container).ToList();
            if (talks.Count == 0)
            {
                if (child.Verdict == Verdict.Talk)
                {
                    child.Descendants.FindAll(below => below.Verdict == Verdict.None).ForEach(below => below.Verdict = Verdict.Part);
                }

                continue;
            }

            var own = child.HasStatedSpeaker || HasOwnRecord(child) || !child.InProse.IsEmpty && child.Text.Length > 300 && !talks.All(below => below.HasStatedSpeaker);
            if (child.Verdict == Verdict.Talk && !own)
            {
                child.Reasons.Add(new Evidence("holds-talks", 1, TalkJudge.RuledOut, $"{talks.Count}"));
                child.Verdict = Verdict.Container;
            }
            else if (child.Verdict == Verdict.None)
            {
                child.Verdict = Verdict.Container;
            }
        }
    }

    // Its own lines tell something and lead to the slides or the recording of one session.
    private static bool HasOwnRecord(Candidate talk) =>
        talk.Text.Length >= Told && talk.Named.IsEmpty && talk.Links.Count(link => link.Kind is LinkKind.Slides or LinkKind.Video) == 1;

    // A theme is no surer a talk than what it holds; of those below a surer one that say of nobody by a mark that he speaks, none is more than a part.
    private static void JoinParts(Candidate talk)
    {
        var below = talk.Children.FindAll(child => child.Verdict is Verdict.Talk or Verdict.Container && !PlaceTraits.IsAnnounced(child) && !child.Line.IsAnnounced);
        if (talk.Verdict != Verdict.Talk || below.Count == 0 || !below.TrueForAll(child => child.Verdict == Verdict.Talk && !child.HasStatedSpeaker && child.Score < talk.Score))
        {
            return;
        }

        talk.InParts = below is [var lone] ? lone.InProse : talk.InParts;
        below.ForEach(child => child.RuleOut("part-of-a-surer-talk", talk.Line.Title));
    }
}
