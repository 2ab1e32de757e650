using NSubstitute;
using Recap.Engine.Querying.Understanding;
using Recap.Talks;

namespace Recap.Engine.Tests.Understanding;

/// <summary>The forms of a word that answer it, and what each is worth.</summary>
public sealed class WordVariantsTests
{
    private static readonly Glossary Technologies = Glossary.Parse(
        "glossary.tsv",
        """
        name	aliases	kind	topics	match
        Kubernetes	k8s;kube	project	kubernetes-core	any
        Infrastructure as code	IaC	concept	iac-config	any
        Autoscaling	mise à l'échelle automatique;auto-scaling	concept	autoscaling	any
        Service mesh	maillage de services	concept	service-mesh	any
        Flux	FluxCD	project	gitops	context
        CI/CD	intégration continue	concept	cicd	any
        eBPF	extended BPF	project	ebpf	any
        """).Glossary;

    private static readonly QueryReader Reader = new(new NameTable(NameGroups.Of(Technologies).Concat(
    [
        new NameGroup { Name = "énergie", Names = ["énergie", "watts", "Kepler"], Inflects = true, Relation = NameRelation.Ideas },
        new NameGroup { Name = "NoSQL", Names = ["NoSQL", "MongoDB", "Riak"], Inflects = true, Relation = NameRelation.Kinds },
    ])));

    [Theory]
    [InlineData("k8s ", "k8s kubernetes kube")]
    [InlineData("Kubernetes ", "kubernetes k8s kube ~kubernet")]
    [InlineData("IaC ", "iac ~infrastructur_cod infrastructureascode")]
    [InlineData("istio ", "istio ~istio istio±1")]
    [InlineData("clusters ", "clusters ~clust clusters±1")]
    [InlineData("observabilite ", "observabilite ~observabl ~observabilit observabilite±2")]
    [InlineData("ebfp ", "ebfp ~ebfp befp efbp ebpf")]
    [InlineData("ebpf ", "ebpf extended_bpf extendedbpf ~ebpf")]
    [InlineData("go ", "go")]
    [InlineData("go", "go go*")]
    [InlineData("2024 ", "2024")]
    [InlineData("v1.28 ", "1.28")]
    [InlineData("java21 ", "java21 java_21")]
    [InlineData("OpenTelemetry ", "opentelemetry open_telemetry ~opentelemetri opentelemetry±2")]
    [InlineData("ci/cd ", "cicd ci/cd ci_cd ~cicd ~integr_continu integrationcontinue")]
    [InlineData("énergie ", "energie ~energi energie±1 ~wat ~kepl")]
    public void A_word_is_answered_by_these_forms(string typed, string forms)
    {
        var word = Reader.Read(typed).Clauses.ShouldHaveSingleItem().ShouldBeOfType<QueryWord>();

        word.Variants.Select(QueryNotation.Of).Order(StringComparer.Ordinal)
            .ShouldBe(forms.Split(' ').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("mise à l'échelle automatique", "~autoscaling")]
    [InlineData("mises à l’échelle automatiques", "~autoscaling")]
    [InlineData("auto scaling", "autoscaling")]
    [InlineData("infrastructure as code", "~iac")]
    [InlineData("maillage de services", "~servic_mesh")]
    [InlineData("extended BPF", "ebpf")]
    public void Words_that_are_a_name_together_are_answered_by_its_other_names(string typed, string form)
    {
        var run = Reader.Read(typed).Clauses.ShouldHaveSingleItem().ShouldBeOfType<QueryRun>();

        run.Variants.Select(QueryNotation.Of).ShouldContain(form);
        run.Words.Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void An_exact_word_is_worth_more_than_its_other_forms()
    {
        var variants = Reader.Read("clusters").Clauses.OfType<QueryWord>().Single().Variants;

        variants[0].ShouldSatisfyAllConditions(first => first.Kind.ShouldBe(MatchKind.Exact), first => first.Weight.ShouldBe(1));
        variants.Single(variant => variant.Kind == MatchKind.Stem).Weight.ShouldBeGreaterThan(
            variants.Single(variant => variant.Kind == MatchKind.Fuzzy).Weight);
    }

    [Theory]
    [InlineData("flux", 0.35f)]
    [InlineData("Flux", 0.8f)]
    public void A_name_that_is_an_ordinary_word_says_more_with_its_capitals(string typed, float weight) =>
        Reader.Read(typed).Clauses.OfType<QueryWord>().Single().Variants
            .Single(variant => variant.Through == "Flux").Weight.ShouldBe(weight);

    [Fact]
    public void An_alias_says_through_which_name_it_came() =>
        Reader.Read("k8s").Clauses.OfType<QueryWord>().Single().Variants
            .Where(variant => variant.Kind == MatchKind.Alias).ShouldAllBe(variant => variant.Through == "Kubernetes");

    [Fact]
    public void A_word_that_many_talks_hold_is_no_typing_error()
    {
        var vocabulary = Vocabulary("tests", 12);

        Kinds(Reader.Read("tests ", vocabulary)).ShouldNotContain(MatchKind.Fuzzy);
        Kinds(Reader.Read("texst ", vocabulary)).ShouldContain(MatchKind.Fuzzy);
    }

    [Fact]
    public void Two_words_are_one_where_the_index_knows_it()
    {
        Reader.Read("load balancing", Vocabulary("loadbalancing", 3)).Clauses.ShouldHaveSingleItem().ShouldBeOfType<QueryRun>()
            .Variants.Select(QueryNotation.Of).ShouldBe(["loadbalancing"]);
        Reader.Read("load balancing", Vocabulary("load", 3)).Clauses.Length.ShouldBe(2);
    }

    [Fact]
    public void Quoted_words_have_no_other_form() =>
        Reader.Read("\"kuberntes cluster\"").Clauses.ShouldHaveSingleItem().ShouldBeOfType<QueryPhrase>().Terms.ShouldBe(["kuberntes", "cluster"]);

    [Fact]
    public void A_kind_brings_its_things_and_none_of_them_brings_another()
    {
        Related("NoSQL ").ShouldBe(["mongodb", "riak"], ignoreOrder: true);
        Related("Riak ").ShouldBeEmpty();
    }

    private static IEnumerable<string> Related(string typed) => Reader.Read(typed).Clauses.OfType<QueryWord>()
        .SelectMany(word => word.Variants).Where(variant => variant.Kind == MatchKind.Related).Select(variant => string.Join(' ', variant.Terms));

    private static IEnumerable<MatchKind> Kinds(ParsedQuery query) =>
        query.Clauses.OfType<QueryWord>().SelectMany(word => word.Variants).Select(variant => variant.Kind);

    private static IVocabulary Vocabulary(string term, int talks)
    {
        var vocabulary = Substitute.For<IVocabulary>();
        vocabulary.DocumentFrequency(term).Returns(talks);
        return vocabulary;
    }
}
