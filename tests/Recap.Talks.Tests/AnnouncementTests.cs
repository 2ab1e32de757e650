using Recap.Talks.Judging;
using Recap.Talks.Posts;

namespace Recap.Talks.Tests;

public sealed class AnnouncementTests
{
    [Theory]
    [InlineData("Rendez-vous le 12 juin prochain, au bout du quai.", true)]
    [InlineData("Les portes ouvriront à huit heures, inscrivez-vous.", true)]
    [InlineData("À bientôt pour un prochain billet.", false)]
    [InlineData("Les slides viennent dans les prochains articles.", false)]
    [InlineData("C'était bien, vivement l'an prochain !", false)]
    [InlineData("Nous étions cent, et tout était prêt.", false)]
    [InlineData("La billetterie ferme lundi.", true)]
    [InlineData("Pensez à vous inscrire.", true)]
    [InlineData("PENSEZ À RÉSERVER.", true)]
    [InlineData("Venez tous !", true)]
    [InlineData("Elle se tiendra au phare.", true)]
    [InlineData("D'autres y viendront.", true)]
    [InlineData("Vous pourrez y manger.", true)]
    [InlineData("Nous y aurons chaud.", true)]
    [InlineData("On y ira à pied.", true)]
    [InlineData("Elles iront loin.", true)]
    [InlineData("Nous parlerons de tout.", true)]
    [InlineData("Vous verrez les quais, et vous trouverez la salle.", true)]
    public void What_calls_to_come_looks_ahead_and_who_takes_leave_does_not(string text, bool looksAhead)
    {
        Block[] blocks = [new Block { Kind = BlockKind.Paragraph, Line = 1, Spans = [new Span(text, SpanStyle.None, null, 1)] }];

        (Announcement.ShareIn(blocks) > 0).ShouldBe(looksAhead, text);
    }
}
