using CsCheck;
using Recap.Engine.Querying.Understanding;
using Recap.Engine.Tests.Analysis;

namespace Recap.Engine.Tests.Understanding;

/// <summary>What the signs of a query mean, and that nothing typed is an error.</summary>
public sealed class QuerySyntaxTests
{
    private static readonly QueryReader Reader = new(NameTable.Empty);

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("…!?", "")]
    [InlineData("kepler watts", "kepler watts")]
    [InlineData("L’autoscaling d’applications", "autoscaling applications")]
    [InlineData("\"service mesh\"", "\"service mesh\"")]
    [InlineData("« service mesh »", "\"service mesh\"")]
    [InlineData("“service mesh” istio", "\"service mesh\" istio")]
    [InlineData("\"le mesh\"", "\"le mesh\"")]
    [InlineData("\"\"", "")]
    [InlineData("\"unclosed phrase", "unclosed phrase")]
    [InlineData("mesh -istio", "mesh -\"istio\"")]
    [InlineData("mesh -\"side car\"", "mesh -\"side car\"")]
    [InlineData("-istio", "-\"istio\"")]
    [InlineData("mesh - istio", "mesh istio")]
    [InlineData("--dry-run", "[dry run]")]
    [InlineData("-.NET", "-\".net\"")]
    [InlineData("istio OR linkerd", "(istio|linkerd)")]
    [InlineData("istio | linkerd", "(istio|linkerd)")]
    [InlineData("istio OR linkerd OR cilium mesh", "(istio|linkerd|cilium) mesh")]
    [InlineData("mesh istio OR \"linkerd two\"", "mesh (istio|\"linkerd two\")")]
    [InlineData("OR istio", "istio")]
    [InlineData("istio OR", "istio")]
    [InlineData("istio OR OR linkerd", "(istio|linkerd)")]
    [InlineData("chaud ou froid", "chaud ou° froid")]
    [InlineData("speaker:contal", "speaker:contal")]
    [InlineData("speaker:\"Antoine Contal\" lean", "lean speaker:antoine contal")]
    [InlineData("Speaker:Müller", "speaker:muller")]
    [InlineData("-speaker:contal", "-speaker:contal")]
    [InlineData("event:KubeCon topic:service-mesh", "event:kubecon topic:service mesh")]
    [InlineData("speaker:", "speaker")]
    [InlineData("speaker: contal", "speaker contal")]
    [InlineData("author:contal", "author contal")]
    [InlineData("year:2024", "year:2024..2024")]
    [InlineData("year:2023..2025", "year:2023..2025")]
    [InlineData("year:2025..2023", "year:2023..2025")]
    [InlineData("year:2023..", "year:2023..")]
    [InlineData("year:..2025", "year:..2025")]
    [InlineData("year:soon", "year soon")]
    [InlineData("year:..", "year")]
    [InlineData("-year:2024", "year 2024")]
    [InlineData("k8s:1.28 (beta)", "k8s 1.28 beta")]
    [InlineData("C++ C#", "c++ c#")]
    [InlineData("CI/CD", "cicd")]
    [InlineData("auto-scaling", "[auto scaling]")]
    [InlineData("CVE-2024-3094", "cve20243094")]
    public void Signs_mean_what_people_expect_and_all_else_is_words(string typed, string read) =>
        QueryNotation.Of(Reader.Read(typed)).ShouldBe(read);

    [Theory]
    [InlineData("présentation de l’autoscaling", "presentation de° autoscaling")]
    [InlineData("service mesh without sidecar", "service mesh without° sidecar")]
    [InlineData("le la les", "le la les")]
    [InlineData("to be or not to be", "to be or not to be")]
    [InlineData("the \"service mesh\"", "the° \"service mesh\"")]
    [InlineData("budget IT", "budget it")]
    [InlineData("budget it", "budget it°")]
    public void Words_of_grammar_hardly_count_beside_others_and_fully_alone(string typed, string read) =>
        QueryNotation.Of(Reader.Read(typed)).ShouldBe(read);

    [Fact]
    public void Clauses_say_where_they_were_typed()
    {
        const string typed = "l’eBPF \"deux mots\" -sans";

        var query = Reader.Read(typed);

        query.Clauses.Concat(query.Excluded).Select(clause => typed.Substring(clause.Start, clause.Length))
            .ShouldBe(["eBPF", "\"deux mots\"", "-sans"]);
    }

    [Fact]
    public void Any_string_is_a_query() =>
        Gen.String[Strings.Hostile, 0, 80].Sample(typed =>
        {
            var query = Reader.Read(typed);
            foreach (var clause in query.Clauses.Concat(query.Excluded).Concat(query.Required))
            {
                clause.Start.ShouldBeGreaterThanOrEqualTo(0);
                (clause.Start + clause.Length).ShouldBeLessThanOrEqualTo(typed.Length);
            }
        }, iter: 10_000);

    [Fact]
    public void Accents_of_a_query_change_nothing_that_is_looked_for() =>
        Gen.String[Strings.French, 0, 40].Sample(
            typed => Everything(Reader.Read(typed)).ShouldBe(Everything(Reader.Read(Recap.Engine.Analysis.FoldedText.Of(typed)))), iter: 2_000);

    [Fact]
    public void A_very_long_query_is_cut_not_refused()
    {
        var query = Reader.Read(string.Concat(Enumerable.Repeat("kubernetes ", 5_000)));

        query.Text.Length.ShouldBe(QueryReader.MaxLength);
        query.Clauses.Length.ShouldBe(QueryReader.MaxWords);
    }

    private static string Everything(ParsedQuery query) => QueryNotation.Of(query) + " / " + string.Join(
        ' ',
        query.Clauses.SelectMany(clause => clause switch
        {
            QueryWord word => word.Variants,
            QueryRun run => run.Variants.AddRange(run.Words.SelectMany(word => word.Variants)),
            _ => [],
        }).Select(variant => $"{QueryNotation.Of(variant)}/{variant.Weight}"));
}
