using System.Collections.Immutable;
using Recap.Engine.Evaluating;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;

namespace Recap.Engine.Relating.Training;

/// <summary>What is learned from: for each judged talk, every talk it could be related to, with features and grade.</summary>
public static class RelatedExamples
{
    private const int MostCompared = 1000;

    /// <summary>Compares the judged talks with all that share anything with them; what was not judged has grade 0. Talks that are not indexed are left out.</summary>
    public static async Task<ImmutableArray<RelatedLesson>> CollectAsync(INeighbourhood neighbourhood, Judgments judgments, CancellationToken cancellationToken)
    {
        await using var view = await neighbourhood.OpenAsync(cancellationToken);
        var lessons = ImmutableArray.CreateBuilder<RelatedLesson>();
        foreach (var question in judgments.Questions)
        {
            if (await FindAsync(view, question.Id, cancellationToken) is { } talk)
            {
                lessons.Add(new RelatedLesson(question.Id, BlogOf(talk), await CompareAsync(view, talk, question, cancellationToken)));
            }
        }

        return lessons.ToImmutable();
    }

    /// <summary>A source may be a folder of several blogs: the first folder tells them apart.</summary>
    private static string BlogOf(IndexedTalk talk) => $"{talk.Source}/{talk.Talk.Post.Split('/')[0]}";

    private static async Task<IndexedTalk?> FindAsync(INeighbourhoodView view, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await view.GetAsync(id, cancellationToken);
        }
        catch (TalkNotFoundException)
        {
            return null;
        }
    }

    private static async Task<ImmutableArray<RelatedExample>> CompareAsync(
        INeighbourhoodView view, IndexedTalk talk, JudgedQuestion question, CancellationToken cancellationToken)
    {
        var traits = TalkTraits.Of(talk);
        var seed = new RelatedSeed(traits, await view.CountAsync(RelatedSeed.KeysToCount(traits), cancellationToken));
        var query = new NeighbourQuery { Groups = FeatureBounds.Of(seed), Filter = TalkFilter.None };
        var comparison = new Comparison(seed);
        var others = await view.FindAsync(query, cancellationToken).Take(MostCompared).ToListAsync(cancellationToken);
        return
        [
            .. others
                .Where(other => other.Id != talk.Talk.Id && !SessionIdentity.IsCopy(seed.Profile, other.Profile))
                .Select(other => new RelatedExample(other.Id, comparison.With(other.Profile), question.Grades.GetValueOrDefault(other.Id))),
        ];
    }
}

/// <summary>One judged talk.</summary>
/// <param name="Id">Name of the talk started from.</param>
/// <param name="Blog">Where it is told: lessons of one blog are held back together.</param>
/// <param name="Examples">The talks it was compared with.</param>
public sealed record RelatedLesson(string Id, string Blog, ImmutableArray<RelatedExample> Examples);

/// <summary>A talk that another was compared with.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Features">What they share.</param>
/// <param name="Grade">How good a suggestion it is, 0..3.</param>
public sealed record RelatedExample(string Id, RelatedFeatures Features, int Grade);
