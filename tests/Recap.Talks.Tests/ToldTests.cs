using Recap.Talks.People;
using Recap.Talks.Splitting.Mentions;

namespace Recap.Talks.Tests;

/// <summary>What a sentence says behind its subject, and what it tells by that.</summary>
public sealed class ToldTests
{
    [Theory]
    [InlineData(" explique les marées du port", "les marées du port")]
    [InlineData(" nous a ensuite parlé de la marée basse", "de la marée basse")]
    [InlineData(" a donné une conférence captivante sur les marées", "les marées")]
    [InlineData(" a, dans une salle comble, montré les marées", "les marées")]
    [InlineData(" est ensuite intervenue sur les marées", "les marées")]
    [InlineData(" revient longuement sur les marées", "les marées")]
    [InlineData(" a ouvert le bal pour évoquer les marées", "les marées")]
    [InlineData(" commence par présenter les marées", "les marées")]
    [InlineData(" a pris la parole pour nous présenter les marées", "les marées")]
    [InlineData(" a conclu la matinée en listant les marées", "les marées")]
    [InlineData(" a eu la lourde tâche de nous raconter les marées", "les marées")]
    [InlineData(" nous a fait part de son expérience dans les marées", "les marées")]
    [InlineData(" dresse un état des marées", "un état des marées")]
    [InlineData(" a passé en revue les marées", "les marées")]
    [InlineData(" fait le point sur les marées", "les marées")]
    [InlineData(" poursuit avec un retour d'expérience sur les marées", "les marées")]
    [InlineData(", qui lors d'une keynote nous a exposé les marées", "les marées")]
    public void What_is_told_stands_behind_what_leads_to_it(string behind, string topic) => (ToldReader.Read(behind)?.Topic).ShouldBe(topic);

    [Theory]
    [InlineData(" travaille chez un armateur du port")]
    [InlineData(" est une experte des marées du port")]
    [InlineData(", présentation comprise")]
    [InlineData(" a rejoint le port pour dîner")]
    [InlineData(" prend le bateau sur les marées")]
    [InlineData(" a donné son accord aux marées")]
    public void Who_does_something_else_tells_nothing(string behind) => ToldReader.Read(behind).ShouldBeNull();

    [Theory]
    [InlineData(" nous raconte les marées", true)]
    [InlineData(" a donné une conférence sur les marées", true)]
    [InlineData(", directrice de bouees.io, a expliqué les marées", true)]
    [InlineData(" (Bouées) est ensuite intervenu sur les marées", true)]
    [InlineData(" explique les marées", true)]
    [InlineData(" présenté en second", false)]
    [InlineData(" propose des bouées", false)]
    [InlineData(" est une société du port", false)]
    [InlineData(" nous pensons aux marées", false)]
    [InlineData("", false)]
    public void Whoever_tells_is_a_speaker(string behind, bool isSpeaker) => TellingVerbs.IsSpeaker(behind).ShouldBe(isSpeaker);

    [Fact]
    public void A_verb_that_leads_to_verbs_without_end_is_read_no_further_than_a_sentence_goes() =>
        ToldReader.Read(string.Concat(Enumerable.Repeat(" tente de tenter", 100_000))).ShouldBeNull();

    [Theory]
    [InlineData("Le talk d'Anna était clair.", "Anna")]
    [InlineData("Carole et Jean-Pierre nous racontent les marées.", "Carole Jean-Pierre")]
    [InlineData("Les marées montent. Demain nous raconte le port.", "")]
    public void Given_names_alone_are_people_where_they_gave_or_tell_a_session(string text, string names) =>
        string.Join(' ', FirstNames.In(text, Glossary.Empty).Select(person => person.Name)).ShouldBe(names);
}
