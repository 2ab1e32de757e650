using Recap.Engine.Relating;
using Recap.Engine.Tests.Conformance;
using Recap.Talks;

namespace Recap.Engine.Tests.Relating;

public sealed class SessionIdentityTests
{
    [Theory]
    [InlineData("Who Signed This? Keyless Signatures", "Tancrède Olivari", "who signed this: keyless signatures", "Tancrede Olivari", true)]
    [InlineData("Writing an Operator You Can Still Read in Two Years", "Baptiste Queneudec", "Write Operators You Can Still Read in Two Years", "Baptiste Queneudec", true)]
    [InlineData("The state of Go", "Maartje Eyskens", "The state of Go", "Somebody Else", false)]
    [InlineData("Karpenter consolidation in anger", "", "Karpenter consolidation in anger", "Maëlle Kerguénou", true)]
    [InlineData("Keynote", "", "Keynote", "", false)]
    [InlineData("Operators in Go", "Awa Ndiaye", "Profiling in Rust", "Awa Ndiaye", false)]
    public void Titles_and_speakers_tell_whether_two_talks_are_one_session(string title, string speaker, string otherTitle, string otherSpeaker, bool same)
    {
        var (one, other) = (ProfileOf(title, speaker), ProfileOf(otherTitle, otherSpeaker));

        SessionIdentity.IsSame(one, other).ShouldBe(same);
        SessionIdentity.IsSame(other, one).ShouldBe(same);
    }

    private static TalkProfile ProfileOf(string title, string speaker)
    {
        var talk = Sample.Talk(title);
        return TalkProfile.Of(TalkTraits.Of(speaker.Length > 0 ? talk.By(new Speaker(speaker)) : talk));
    }
}
