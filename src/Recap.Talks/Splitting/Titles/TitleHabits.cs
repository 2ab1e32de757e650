using Recap.Talks.People;

namespace Recap.Talks.Splitting.Titles;

/// <summary>The ways in which the writer of a post joins people to titles, as the sure ones tell.</summary>
internal sealed class TitleHabits
{
    // One may be by chance.
    private const int Fewest = 2;

    private const int Forms = (int)SpeakerForm.Named + 1;

    private readonly bool[] _has = new bool[Forms];

    /// <summary>Learns from lines that were read as titles.</summary>
    /// <param name="forms">How they joined people to titles.</param>
    /// <returns>Whether there was anything to learn.</returns>
    public bool Learn(IEnumerable<SpeakerForm> forms)
    {
        Span<int> counts = stackalloc int[Forms];
        foreach (var form in forms)
        {
            counts[(int)form]++;
        }

        var hasLearnt = false;
        for (var form = 0; form < Forms; form++)
        {
            if (counts[form] >= Fewest && IsDoubtful((SpeakerForm)form) && !_has[form])
            {
                _has[form] = hasLearnt = true;
            }
        }

        return hasLearnt;
    }

    /// <summary>How much people must look like a name where they are joined to a title so.</summary>
    public Likeness Least(SpeakerForm form) => _has[(int)form] ? Likeness.Shape : Likeness.Known;

    // Behind "par" and the like a name need not be known, whatever the writer's habit.
    private static bool IsDoubtful(SpeakerForm form) =>
        form is SpeakerForm.Parentheses or SpeakerForm.Dash or SpeakerForm.Colon or SpeakerForm.Before or SpeakerForm.BeforeColon or SpeakerForm.Comma;
}
