using Recap.Talks.Judging;

namespace Recap.Talks.Tests;

public sealed class ToneTests
{
    [Fact]
    public void Words_of_places_meals_and_people_met_are_of_the_conference() =>
        Tone.Of("Les organisateurs avaient prévu un buffet dans le hall, et des stands.").OfTheConference.ShouldBe(4);

    [Fact]
    public void A_session_is_told_without_them() =>
        Tone.Of("Le cache se vide en place, au lieu de grandir, et des événements le disent.").OfTheConference.ShouldBe(0);

    [Fact]
    public void Whoever_says_vous_and_votre_speaks_to_the_reader() =>
        Tone.Of("Vous gardez votre clé, et vos amis la leur.").ShouldBe(new Tone(9, 0, 3));

    [Fact]
    public void Shares_of_short_texts_are_small_and_none_is_more_than_one()
    {
        Tone.Of("vous").ShareToTheReader.ShouldBe(0.5);
        Tone.Of("Le buffet").ShareOfTheConference.ShouldBe(0.3, 1e-9);
        Tone.Of(string.Join(' ', Enumerable.Repeat("vous", 300))).ShareToTheReader.ShouldBe(1);
        Tone.Of("").ShareOfTheConference.ShouldBe(0);
    }
}
