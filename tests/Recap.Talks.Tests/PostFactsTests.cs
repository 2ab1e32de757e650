using System.Text;

namespace Recap.Talks.Tests;

/// <summary>What holds for a post as a whole: day, event, language, whether it is published.</summary>
public sealed class PostFactsTests
{
    private const string Telling = "Elle raconte sa mise en production, pas à pas, avec ses pannes et ce que le groupe en a appris dans la semaine.";

    [Theory]
    [InlineData("front matter", "2023/04/19/2024-05-16-x.md", "date: 2022-01-02", "2022-01-02")]
    [InlineData("file name before folder", "2023/04/19/2024-05-16-x.md", "", "2024-05-16")]
    [InlineData("folder", "blog/2023-04-19-x/index.md", "", "2023-04-19")]
    [InlineData("folders", "blog/2023/04/19/x.md", "", "2023-04-19")]
    [InlineData("with an offset", "x.md", "date: 2024-05-16T08:30:00+02:00", "2024-05-16")]
    [InlineData("in French", "x.md", "date: 1er août 2024", "2024-08-01")]
    [InlineData("in French, with a weekday", "x.md", "date: jeudi 16 Mai 2024", "2024-05-16")]
    [InlineData("in English", "x.md", "date: 16 May 2024", "2024-05-16")]
    [InlineData("with slashes", "x.md", "date: 16/05/2024", "2024-05-16")]
    [InlineData("base64", "x.md", "date: !binary MjAyNC0wNS0xNg==", "2024-05-16")]
    [InlineData("publishDate", "x.md", "publishDate: 2024-05-16", "2024-05-16")]
    [InlineData("pubDate", "x.md", "pubDate: 2024-05-16", "2024-05-16")]
    [InlineData("no such day", "x.md", "date: 2024-02-31", null)]
    [InlineData("a month is no day", "2023/04/x.md", "", null)]
    public void The_day_is_told_by_front_matter_then_file_name_then_folder(string where, string path, string fields, string? expected) =>
        Read(path, fields).Date?.ToString("yyyy-MM-dd").ShouldBe(expected, where);

    [Theory]
    [InlineData("the day of another year", "2023-04-19-x.md", "title: Retour\ndate: 2024-04-19", 3)]
    [InlineData("behind a comment", "2023-04-19-x.md", "title: Retour\nlang: fr\ndate: 2024-04-19", 4)]
    public void Days_that_contradict_are_told_at_the_line_of_the_date(string why, string path, string fields, int line)
    {
        var diagnostic = Read(path, fields).Diagnostics.Single(found => found.Code == "RCP1106");

        diagnostic.Line.ShouldBe(line, why);
        diagnostic.Message.ShouldContain("2023-04-19");
    }

    [Fact]
    public void A_file_and_its_folder_that_contradict_are_told_and_the_file_is_believed()
    {
        var post = Read("2023/04/19/2024-04-19-x.md", "title: Retour");

        post.Date.ShouldBe(new DateOnly(2024, 4, 19));
        post.Diagnostics.ShouldContain(found => found.Code == "RCP1106" && found.Message.Contains("folder 2023-04-19"));
    }

    [Fact]
    public void Some_days_between_writing_and_publishing_contradict_nothing() =>
        Read("2024-04-19-x.md", "date: 2024-04-24").Diagnostics.ShouldNotContain(found => found.Code == "RCP1106");

    [Theory]
    [InlineData("draft", "x.md", "draft: true", "RCP1108")]
    [InlineData("not published", "x.md", "published: false", "RCP1108")]
    [InlineData("folder of drafts", "_drafts/x.md", "", "RCP1108")]
    [InlineData("name of a draft", "content/x.draft.md", "", "RCP1108")]
    [InlineData("still to come", "x.md", "date: 2030-01-01", "RCP1109")]
    public void What_is_not_published_gives_no_talks_unless_drafts_are_read(string why, string path, string fields, string code)
    {
        var today = SiteSettings.Default with { PublishedUntil = new DateOnly(2024, 5, 16) };

        var hidden = Read(path, fields, today);
        hidden.Talks.ShouldBeEmpty(why);
        hidden.IsDraft.ShouldBeTrue(why);
        hidden.Diagnostics.ShouldContain(found => found.Code == code);
        Read(path, fields, today with { Drafts = true }).Talks.ShouldNotBeEmpty(why);
    }

    [Theory]
    [InlineData("title", "x.md", "title: Retour sur Devoxx France 2024 - Jour 2", "", "Devoxx France 2024", "Paris", 2)]
    [InlineData("year from the date", "x.md", "title: Retour sur le FOSDEM\ndate: 2024-02-05", "", "FOSDEM 2024", "Bruxelles", null)]
    [InlineData("path", "2023-04-19-kubecon-amsterdam-jour-1.md", "title: Premier jour", "", "KubeCon + CloudNativeCon Europe 2023", null, 1)]
    [InlineData("tags", "x.md", "title: Deux jours à Lyon\ntags: [MiXiT, agile]\ndate: 2023-04-14", "", "MiXiT 2023", "Lyon", null)]
    [InlineData("event field", "x.md", "title: Deux jours\nevent: BDX I/O\ndate: 2023-12-01", "", "BDX I/O 2023", "Bordeaux", null)]
    [InlineData("series field", "x.md", "title: Deux jours\nseries: [Volcamp]\ndate: 2023-10-13", "", "Volcamp 2023", "Clermont-Ferrand", null)]
    [InlineData("first words", "x.md", "title: Deux jours\ndate: 2024-02-05", "J'étais au FOSDEM ce week-end.", "FOSDEM 2024", "Bruxelles", null)]
    [InlineData("an address tells editions apart", "x.md", "title: Retour de Devoxx 2022", "Le programme est [ici](https://devoxx.be/schedule).", "Devoxx Belgium 2022", "Anvers", null)]
    [InlineData("a conference nobody knows", "x.md", "title: Retour sur Conf du Port 2024 - Jour 1", "", "Conf du Port 2024", null, 1)]
    [InlineData("the word for a gathering", "x.md", "title: Ce que je retiens de la conférence eau-VIVE 2024 dédiée aux rivières", "", "eau-VIVE 2024", null, null)]
    [InlineData("an edition", "x.md", "title: 5e édition du Printemps Boréal de Sète\ndate: 2017-06-12", "", "Printemps Boréal de Sète 2017", null, null)]
    [InlineData("small letters", "x.md", "title: Retours sur la conférence phare.partout(nord) 2012", "", "phare.partout(nord) 2012", null, null)]
    [InlineData("within a title", "x.md", "title: Ce que j'ai appris à Marée Live édition 2019", "", "Marée Live 2019", null, null)]
    [InlineData("small letters first", "x.md", "title: dotPhare 2017", "", "dotPhare 2017", null, null)]
    [InlineData("back from it", "x.md", "title: De retour du PhareWeb 2014", "", "PhareWeb 2014", null, null)]
    [InlineData("its first day", "x.md", "title: \"Phare France : première journée\"\ndate: 2012-04-20", "", "Phare France 2012", null, 1)]
    [InlineData("a file called by it", "phare-web-2025.md", "", "", "phare web 2025", null, null)]
    [InlineData("a folder called by it", "phare-2019/jour3.md", "", "", "phare 2019", null, 3)]
    [InlineData("a folder called by it, whatever the title", "phare2019/nuage.md", "title: Le nuage", "", "phare 2019", null, null)]
    [InlineData("a folder of a year", "blog-2019/nuage.md", "title: Le nuage", "", null, null, null)]
    [InlineData("a file called by its year", "bilan-2025.md", "", "", null, null, null)]
    [InlineData("a year without a blank", "x.md", "title: JDMR2019", "", "JDMR 2019", null, null)]
    [InlineData("a label before it", "x.md", "title: \"[Rétro] Meetup du Phare 10 octobre 2019\"", "", "Meetup du Phare 2019", null, null)]
    [InlineData("joined in a folder", "devfestnantes2023/cloud.md", "title: Le nuage", "", "DevFest Nantes 2023", "Nantes", null)]
    [InlineData("of a place that no list knows", "devfest.md", "title: Retour du DevFest de la Baie 2019", "", "DevFest 2019", null, null)]
    [InlineData("a meetup that has no name", "x.md", "title: Retour sur le meetup du 13 juin 2018", "", null, null, null)]
    [InlineData("what the title calls before what the first words name", "x.md", "title: Rencontres Phare 2019\ndate: 2019-06-01", "Comme au FOSDEM, on a parlé de tout.", "Rencontres Phare 2019", null, null)]
    [InlineData("a subject and a year before what the first words name", "x.md", "title: Java 2019\ndate: 2019-06-01", "J'étais au FOSDEM ce week-end.", "FOSDEM 2019", "Bruxelles", null)]
    [InlineData("a year of two digits", "x.md", "title: \"PhareTest '07 à Sète : compte rendu\"\ndate: 2008-01-02", "", "PhareTest 2007", null, null)]
    [InlineData("small words within", "x.md", "title: Marée on Sails 2007", "", "Marée on Sails 2007", null, null)]
    [InlineData("its first edition", "x.md", "title: \"Informarée : première édition\"\ndate: 2016-02-20", "", "Informarée 2016", null, null)]
    [InlineData("a number behind it", "x.md", "title: \"Le goût du large — UX Phare #2\"\ndate: 2016-02-25", "", "UX Phare 2016", null, null)]
    [InlineData("a number in front", "x.md", "title: \"RDM n°27 : la soirée des vues\"\ndate: 2018-03-15", "", "RDM 2018", null, null)]
    [InlineData("the number of a part", "x.md", "title: \"Le goût du large — Partie #2\"\ndate: 2016-02-25", "", null, null, null)]
    [InlineData("the number of a letter", "x.md", "title: \"Veille #34\"\ndate: 2016-02-25", "", null, null, null)]
    [InlineData("the group that met", "x.md", "title: Retour sur la soirée\ndate: 2014-03-13", "On s'est vus [là](https://www.meetup.com/fr-FR/Phare-Rennes/events/168190122/).", "Phare Rennes 2014", null, null)]
    [InlineData("a group without a name", "x.md", "title: Retour sur la soirée\ndate: 2014-03-13", "On s'est vus [là](https://www.meetup.com/meetup-group-DuTVWGjV/).", null, null, null)]
    [InlineData("the news of a year", "x.md", "title: Les nouveautés de Java en 2024", "", null, null, null)]
    [InlineData("no conference", "x.md", "title: Ranger son bureau", "", null, null, null)]
    public void The_event_is_told_by_the_post(string where, string path, string fields, string lead, string? name, string? city, int? day)
    {
        var found = Read(path, fields, body: $"{lead}\n\n## Lire un plan par Alice Martin\n\n{Telling}\n").Event;

        found?.Name.ShouldBe(name, where);
        (found is null).ShouldBe(name is null, where);
        found?.City.ShouldBe(city ?? found.City, where);
        found?.Day.ShouldBe(day, where);
    }

    [Theory]
    [InlineData("title=Retour du Phare\ndate=2019-04-24\n~~~~~~\n", "Retour du Phare", 4)]
    [InlineData("title=Retour = départ\ndate=2019-04-24\n~~~~~~\n", "Retour = départ", 4)]
    [InlineData("Title: Retour du Phare\nDate: 2019-04-24\n\n", "Retour du Phare", 4)]
    [InlineData("title=Retour du Phare\ndate=2019-04-24\n\n", null, 4)]
    public void Bare_lines_are_facts_up_to_what_ends_them(string head, string? title, int line)
    {
        var post = new PostReader(SiteSettings.Default, Glossary.Empty).Read(new PostFile("x.md", Encoding.UTF8.GetBytes($"{head}## Lire un plan par Alice Martin\n\n{Telling}\n")));

        post.Title.ShouldBe(title);
        post.Talks[0].Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("front matter", "lang: en", Telling, "fr", "fr")]
    [InlineData("too short to tell", "lang: en", "Une surprise.", "en", "fr")]
    [InlineData("the site's", "", "Une surprise.", "fr", "fr")]
    [InlineData("the text's", "", "The speaker told us how they moved to the cloud, and what it was that they have learned from it in the end.", "en", "fr")]
    public void The_language_is_that_of_the_telling(string where, string fields, string text, string language, string titleLanguage)
    {
        var talk = Read("x.md", fields, body: $"## Lire un plan sans peur par Alice Martin\n\n{text}\n").Talks[0];

        talk.Language.ShouldBe(language, where);
        talk.TitleLanguage.ShouldBe(titleLanguage, where);
    }

    [Theory]
    [InlineData("Comment j'ai migré ma base", "fr")]
    [InlineData("L'accessibilité pour tous", "fr")]
    [InlineData("Écologie", "fr")]
    [InlineData("How to read a plan", "en")]
    [InlineData("Unlocking the potential of KEDA", "en")]
    [InlineData("Kubernetes", "en")]
    public void The_language_of_a_title_is_its_own(string title, string expected) => Facts.LanguageGuess.OfTitle(title).ShouldBe(expected);

    [Theory]
    [InlineData("a quote within single quotes", "title: 'Quoi de neuf dans le monde de l'open source ?'", "Quoi de neuf dans le monde de l'open source ?")]
    [InlineData("a doubled one beside it", "title: 'L''équipe et l'outil'", "L'équipe et l'outil")]
    [InlineData("quotes within quotes", "title: \"Retour sur \"DevTour\" 2024\"", "Retour sur \"DevTour\" 2024")]
    [InlineData("quotes round the first words only", "title: \"DevTour\" vu de loin", "\"DevTour\" vu de loin")]
    [InlineData("two words in quotes", "title: \"DevTour\" et \"DevDay\"", "\"DevTour\" et \"DevDay\"")]
    [InlineData("the same in single quotes", "title: 'DevTour' et 'DevDay'", "'DevTour' et 'DevDay'")]
    [InlineData("none of its own beside another slip", "title: \"DevTour\" # \"ancien\"\nsub: a : b", "DevTour")]
    [InlineData("a colon", "title: DevTour : le retour", "DevTour : le retour")]
    public void Slips_of_those_who_write_by_hand_are_mended_and_told(string slip, string field, string title)
    {
        var post = Read("x.md", $"{field}\ndate: 2024-05-16");

        post.Title.ShouldBe(title, slip);
        post.Date.ShouldBe(new DateOnly(2024, 5, 16));
        post.Diagnostics.ShouldContain(found => found.Code == "RCP1103");
    }

    private static PostTalks Read(string path, string fields, SiteSettings? settings = null, string body = $"## Lire un plan par Alice Martin\n\n{Telling}\n") =>
        new PostReader(settings ?? SiteSettings.Default, Glossary.Empty).Read(new PostFile(path, Encoding.UTF8.GetBytes($"---\n{fields}\n---\n\n{body}")));
}
