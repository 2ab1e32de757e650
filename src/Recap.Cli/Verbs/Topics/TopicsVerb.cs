using Recap.Cli.Shell;

namespace Recap.Cli.Verbs.Topics;

/// <summary><c>recap topics</c>: what talks can be about, and how near a text is to it.</summary>
internal static class TopicsVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var verb = new Verb("topics", "Lists topics, scores texts by them, trains and measures the model that does.")
        {
            Examples =
            [
                ("recap topics list", "Every topic, by group."),
                ("recap topics score \"Cilium remplace kube-proxy\"", "What a title is about."),
            ],
        };
        verb.Add(ListVerb.Create(surroundings));
        verb.Add(ShowVerb.Create(surroundings));
        verb.Add(ScoreVerb.Create(surroundings));
        verb.Add(TrainVerb.Create(surroundings));
        verb.Add(EvaluateVerb.Create(surroundings));
        return verb;
    }
}
