using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Recap.Server.Pages;

namespace Recap.Server.Tests.Pages;

public sealed class PageQuestionTests
{
    private static readonly Gen<string> Words = Gen.String[1, 20].Select(text => $"a{text}z");

    private static readonly Gen<PageQuestion> Questions = Gen.Select(Words, Gen.Enum<FilterField>().Select(Words).List[0, 5], Words).Select((text, filters, token) => new PageQuestion
    {
        Text = text,
        Filters = [.. filters.Select(filter => new PageFilter(filter.Item1, filter.Item2)).Distinct().OrderBy(filter => filter.Field)],
        PageToken = token,
        Order = "title",
        Language = "en",
    });

    [Fact]
    public void A_question_is_its_address() =>
        Questions.Where(question => IsSound(question.Address())).Sample(question =>
        {
            var address = question.Address();
            var read = PageQuestion.Read(new QueryCollection(QueryHelpers.ParseQuery(address[1..])));

            return read.Address() == address;
        });

    [Fact]
    public void To_narrow_and_to_widen_again_changes_nothing_but_the_page()
    {
        var question = new PageQuestion { Text = "ebpf", PageToken = "t" };
        var filter = new PageFilter(FilterField.Event, "KubeCon");

        question.With(filter).Address().ShouldBe("/?q=ebpf&event=KubeCon");
        question.With(filter).With(filter).Filters.ShouldHaveSingleItem();
        question.With(filter).Without(filter).Address().ShouldBe("/?q=ebpf");
    }

    // Halves of characters cannot be written in an address.
    private static bool IsSound(string address) => !address.Contains("%EF%BF%BD", StringComparison.Ordinal);
}
