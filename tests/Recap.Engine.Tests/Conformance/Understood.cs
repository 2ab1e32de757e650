namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    [Theory]
    [InlineData("observabilte", "observabilité")]
    [InlineData("Observabilte partout", "observabilité partout")]
    [InlineData("observabilite partout", null)]
    [InlineData("dette", null)]
    [InlineData("observa", null)]
    [InlineData("\"observabilte\"", null)]
    [InlineData("zzzzzzzz", null)]
    [InlineData("", null)]
    public async Task An_answer_says_which_words_it_took_for_typing_errors(string typed, string? corrected)
    {
        await PutTalksAsync(Sample.Talk("L’observabilité partout", "De cette façon."));

        (await SearchAsync(typed)).Understood.Corrected.ShouldBe(corrected);
    }

    [Theory]
    [InlineData("conteneir", "conteneur")]
    [InlineData("conteneur", null)]
    [InlineData("conteneurs", null)]
    [InlineData("session conteneir", "session conteneur")]
    public async Task A_word_that_hardly_a_talk_holds_suggests_one_that_many_do(string typed, string? suggested)
    {
        await PutTalksAsync([.. Sample.Numbered(40, "un conteneur"), Sample.Talk("Une faute", "un conteneir"), Sample.Talk("Des conteneurs")]);

        var understood = (await SearchAsync(typed)).Understood;

        understood.Suggested.ShouldBe(suggested);
        understood.Corrected.ShouldBeNull();
    }
}
