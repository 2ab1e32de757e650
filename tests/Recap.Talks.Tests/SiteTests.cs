using System.Text;

namespace Recap.Talks.Tests;

/// <summary>Public addresses: what each generator makes of a file.</summary>
public sealed class SiteTests
{
    [Theory]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'", "content/tech/2024-02-03-x/index.md", "", "https://b.example/tech/2024-02-03-x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example'", "content/posts/Mon Billet.md", "", "https://b.example/posts/mon-billet/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.yaml", "baseURL: https://b.example/\npermalinks:\n  posts: /:year/:month/:slug/", "content/posts/x.md", "slug: court", "https://b.example/2024/05/court/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'", "content/posts/x.md", "url: /ailleurs/", "https://b.example/ailleurs/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'", "content/posts/x.md", "url: ../../../etc/passwd", "https://b.example/etc/passwd#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/blog/'", "content/posts/x.md", "url: //%2e%2e/ailleurs/", "https://b.example/blog/ailleurs/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'\n[markup.goldmark.parser]\nautoHeadingIDType = 'github-ascii'", "content/posts/x.md", "", "https://b.example/posts/x/#des-pods-a-letage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'\ndefaultContentLanguage = 'fr'\n[languages.fr]\n[languages.en]", "content/posts/x.en.md", "", "https://b.example/en/posts/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("_config.yml", "url: https://b.example\nbaseurl: /blog", "_posts/2024-05-16-x.md", "", "https://b.example/blog/2024/05/16/x.html#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("_config.yml", "url: https://b.example\npermalink: /:title", "_posts/2024-05-16-x.md", "", "https://b.example/x#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("_config.yml", "url: https://b.example\npermalink: pretty\nkramdown:\n  input: kramdown", "_posts/2024-05-16-x.md", "categories: [Conf]", "https://b.example/conf/2024/05/16/x/#des-pods--ltage")]
    [InlineData("astro.config.mjs", "export default defineConfig({ site: 'https://b.example' });", "src/content/blog/x.md", "", "https://b.example/blog/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("astro.config.mjs", "export default defineConfig({ site: 'https://b.example', base: '/notes' });", "src/pages/Mon Blog/x.md", "", "https://b.example/notes/mon-blog/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("astro.config.ts", "export default { site: \"https://b.example\" }", "src/content/blog/x.md", "slug: court", "https://b.example/blog/court/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("astro.config.mjs", "{ site: 'https://b.example', trailingSlash: 'never' }", "src/content/blog/x.md", "", "https://b.example/blog/x#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("nuxt.config.ts", "export default defineNuxtConfig({ site: { url: 'https://b.example' } })", "content/2.blog/10.Été indien.md", "", "https://b.example/blog/ete-indien#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("nuxt.config.ts", "{ site: { url: 'https://b.example' } }", "content/blog/index.md", "", "https://b.example/blog#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData(".eleventy.js", "const url = 1; module.exports = { url: \"https://b.example\" }", "posts/2024-05-16-x.md", "", "https://b.example/posts/2024-05-16-x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("eleventy.config.js", "{ url: 'https://b.example', pathPrefix: '/notes/' }", "posts/x/x.md", "", "https://b.example/notes/posts/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("eleventy.config.js", "{ url: 'https://b.example' }", "posts/x.md", "permalink: /ailleurs/", "https://b.example/ailleurs/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'", "content/posts/C'était bien !.md", "", "https://b.example/posts/c%C3%A9tait-bien/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'\nremovePathAccents = true", "content/Été/x.md", "", "https://b.example/ete/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'\n[permalinks]\nposts = '/:year/:title/'", "content/posts/x.md", "", "https://b.example/2024/retour-d%C3%A9t%C3%A9/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'\n[permalinks]\nposts = '/:sections[1:]/:contentbasename/'", "content/posts/conf/x.md", "", "https://b.example/conf/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'", "content/posts/x.md", "url: /:year/:slug/", "https://b.example/2024/retour-d%C3%A9t%C3%A9/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'\ndefaultContentLanguage = 'fr'\ndefaultContentLanguageInSubdir = true\n[languages.fr]\n[languages.en]", "content/posts/x.md", "", "https://b.example/fr/posts/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'\ndefaultContentLanguage = 'fr'\n[languages.fr]\ncontentDir = 'content/fr'\n[languages.en]\ncontentDir = 'content/en'", "content/fr/posts/x.md", "", "https://b.example/posts/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("hugo.toml", "baseURL = 'https://b.example/'\ndefaultContentLanguage = 'fr'\n[languages.fr]\ncontentDir = 'content/fr'\n[languages.en]\ncontentDir = 'content/en'", "content/en/posts/x.md", "", "https://b.example/en/posts/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("config/_default/hugo.toml", "baseURL = 'https://b.example/'", "content/posts/x.md", "", "https://b.example/posts/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("_config.yml", "url: https://b.example", "conf/_posts/2024-05-16-x.md", "categories: [Été]", "https://b.example/conf/%C3%A9t%C3%A9/2024/05/16/x.html#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("_config.yml", "url: https://b.example\ndefaults:\n  - scope:\n      path: ''\n      type: posts\n    values:\n      permalink: /notes/:slug/", "_posts/2024-05-16-x.md", "", "https://b.example/notes/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("_config.yml", "url: https://b.example\ncollections:\n  conf:\n    output: true\n    permalink: /c/:path/", "_conf/2024/x.md", "", "https://b.example/c/2024/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("_config.yml", "url: https://b.example", "_posts/2024-05-16-x.md", "permalink: /:year/:title/", "https://b.example/2024/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("eleventy.config.js", "{ url: 'https://b.example', dir: { input: 'src' } }", "src/posts/x.md", "", "https://b.example/posts/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("_config.yml", "url: https://b.example\npermalink: :year/:month/:day/:title/\nsource_dir: source", "source/_posts/x.md", "", "https://b.example/2024/05/16/x/#Des-pods-a-l-etage")]
    [InlineData("_config.yml", "url: https://b.example/notes\nnew_post_name: :title.md", "source/_posts/conf/x.md", "", "https://b.example/notes/2024/05/16/conf/x/#Des-pods-a-l-etage")]
    [InlineData("_config.yml", "url: https://b.example\npermalink: :category/:year/:name.html\nskip_render:", "source/_posts/conf/x.md", "categories: [Été, Conf]", "https://b.example/Ete/Conf/2024/x.html#Des-pods-a-l-etage")]
    [InlineData("_config.yml", "url: https://b.example\npermalink: p/:abbrlink/\nsource_dir: source", "source/_posts/x.md", "abbrlink: 4f2a", "https://b.example/p/4f2a/#Des-pods-a-l-etage")]
    [InlineData("_config.yml", "url: https://b.example\nnew_post_name: :year-:month-:day-:title.md", "source/_posts/2024-05-16-x.md", "", "https://b.example/2024/05/16/x/#Des-pods-a-l-etage")]
    [InlineData("_config.yml", "url: https://b.example\nsource_dir: source", "source/notes/x.md", "", "https://b.example/notes/x.html#Des-pods-a-l-etage")]
    [InlineData("pelicanconf.py", "SITEURL = 'https://b.example'\nPATH = 'content'", "content/conf/x.md", "", "https://b.example/retour-dete.html")]
    [InlineData("pelicanconf.py", "SITEURL = 'https://b.example'  # en ligne\nARTICLE_URL = 'posts/{date:%Y}/{date:%m}/{slug}/'", "content/x.md", "slug: court", "https://b.example/posts/2024/05/court/")]
    [InlineData("pelicanconf.py", "SITEURL = \"https://b.example\"\nSLUGIFY_SOURCE = \"basename\"", "content/Mon billet.md", "", "https://b.example/mon-billet.html")]
    [InlineData("pelicanconf.py", "SITEURL = \"https://b.example\"\nDEFAULT_LANG = \"fr\"", "content/x.md", "lang: en", "https://b.example/retour-dete-en.html")]
    [InlineData("pelicanconf.py", "SITEURL = \"https://b.example\"", "content/pages/x.md", "", "https://b.example/pages/retour-dete.html")]
    [InlineData("conf.py", "SITE_URL = \"https://b.example/\"\nPOSTS = (\n    (\"posts/*.rst\", \"blog\", \"post.tmpl\"),\n    (\"posts/*.md\", \"blog\", \"post.tmpl\"),\n)", "posts/2024/x.md", "slug: court", "https://b.example/blog/2024/court/")]
    [InlineData("conf.py", "SITE_URL = \"https://b.example/\"\nPRETTY_URLS = False\nPOSTS = ((\"posts/*.md\", \"\", \"post.tmpl\"),)", "posts/x.md", "", "https://b.example/x.html")]
    [InlineData("conf.py", "extensions = ['ablog']\nhtml_baseurl = 'https://b.example/notes'", "2024/x.md", "", "https://b.example/notes/2024/x.html")]
    [InlineData("config.toml", "base_url = \"https://b.example\"", "content/blog/2024-05-16-x.md", "", "https://b.example/blog/x/#des-pods-a-l-etage")]
    [InlineData("config.toml", "base_url = \"https://b.example/notes/\"\ndefault_language = \"fr\"\n[languages.en]", "content/Été/x.en.md", "slug: court", "https://b.example/notes/en/ete/court/#des-pods-a-l-etage")]
    [InlineData("zola.toml", "base_url = \"https://b.example\"\n[slugify]\npaths_keep_dates = true\nanchors = \"safe\"", "content/blog/2024-05-16-x.md", "", "https://b.example/blog/2024-05-16-x/")]
    [InlineData("config.toml", "base_url = \"https://b.example\"", "content/blog/x.md", "path: /ailleurs/x", "https://b.example/ailleurs/x/#des-pods-a-l-etage")]
    [InlineData("_quarto.yml", "project:\n  type: website\nwebsite:\n  site-url: https://b.example/", "posts/x/index.qmd", "", "https://b.example/posts/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("_quarto.yml", "website:\n  site-url: https://b.example", "posts/x.qmd", "", "https://b.example/posts/x.html#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("mkdocs.yml", "site_url: https://b.example/\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji", "docs/conf/x.md", "", "https://b.example/conf/x/#des-pods-a-letage")]
    [InlineData("mkdocs.yml", "site_url: https://b.example/\nuse_directory_urls: false", "docs/conf/index.md", "", "https://b.example/conf/#des-pods-a-letage")]
    [InlineData("mkdocs.yml", "site_url: https://b.example/\nplugins:\n  - search\n  - blog", "docs/blog/posts/x.md", "", "https://b.example/blog/2024/05/16/retour-d%C3%A9t%C3%A9/#des-pods-a-letage")]
    [InlineData("mkdocs.yml", "site_url: https://b.example/\nplugins:\n  blog:\n    blog_dir: .\n    post_url_format: '{slug}'", "docs/posts/x.md", "slug: court", "https://b.example/court/#des-pods-a-letage")]
    [InlineData("docusaurus.config.js", "module.exports = { url: 'https://b.example', baseUrl: '/' }", "blog/2024-05-16-x.md", "", "https://b.example/blog/2024/05/16/x#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("docusaurus.config.ts", "export default { url: 'https://b.example', baseUrl: '/notes/', trailingSlash: true, presets: [['classic', { docs: { routeBasePath: 'docs' }, blog: { path: './billets', feedOptions: { type: 'all' }, routeBasePath: '/' } }]] }", "billets/2024/05-16-x/index.mdx", "", "https://b.example/notes/2024/05/16/x/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("docusaurus.config.js", "{ url: 'https://b.example', baseUrl: '/', plugins: [['@docusaurus/plugin-content-blog', { id: 'b', path: 'conf', routeBasePath: 'conf' }]] }", "conf/x.md", "slug: court", "https://b.example/conf/court#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData(".vitepress/config.mts", "export default defineConfig({ base: '/notes/', sitemap: { hostname: 'https://b.example' } })", "posts/x.md", "", "https://b.example/notes/posts/x.html#des-pods-a-l-etage")]
    [InlineData(".vitepress/config.js", "{ srcDir: './src', cleanUrls: true, sitemap: { hostname: 'https://b.example/notes/' }, base: '/notes/' }", "src/posts/x.md", "", "https://b.example/notes/posts/x#des-pods-a-l-etage")]
    [InlineData(".vuepress/config.js", "module.exports = { plugins: [['sitemap', { hostname: 'https://b.example' }]] }", "posts/x/README.md", "", "https://b.example/posts/x/#des-pods-a-l-etage")]
    [InlineData("gatsby-config.js", "module.exports = { siteMetadata: { siteUrl: 'https://b.example' }, plugins: ['gatsby-remark-autolink-headers'] }", "content/x/index.md", "path: /conf/x", "https://b.example/conf/x#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("gatsby-config.ts", "{ siteMetadata: { siteUrl: 'https://b.example' } }", "content/x/index.md", "slug: /conf/x/", "https://b.example/conf/x/")]
    [InlineData("recap.json", "{ \"baseUrl\": \"https://b.example/\", \"generator\": \"astro\", \"permalink\": \"/:year/:slug/\" }", "src/content/x.md", "slug: court", "https://b.example/2024/court/#des-pods-%C3%A0-l%C3%A9tage")]
    [InlineData("recap.json", "{ \"baseUrl\": \"https://b.example/notes\", \"anchors\": \"none\" }", "2024/x.md", "", "https://b.example/notes/2024/x")]
    public void A_talk_has_the_address_that_its_site_gives_it(string config, string text, string path, string extra, string expected)
    {
        var settings = Settings(config, text).Settings;
        var body = $"---\ntitle: Retour d'été\ndate: 2024-05-16\n{extra}\n---\n\n## Des pods à l'étage\n\n_Par Alice Martin_\n\ntexte\n";

        var post = new PostReader(settings, Glossary.Empty).Read(new PostFile(path, Encoding.UTF8.GetBytes(body)));

        post.Talks[0].Url.ShouldBe(expected);
    }

    [Fact]
    public void The_parts_of_a_configuration_hold_together_and_those_for_readers_win()
    {
        var settings = SiteSettings.Read(SiteSettings.Default, "", new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["config/_default/hugo.toml"] = "baseURL = 'http://localhost:1313/'\ndefaultContentLanguage = 'fr'"u8.ToArray(),
            ["config/_default/languages.toml"] = "[fr]\nweight = 1\n[en]\nweight = 2"u8.ToArray(),
            ["config/_default/permalinks.yaml"] = "posts: /:year/:slug/"u8.ToArray(),
            ["config/production/hugo.toml"] = "baseURL = 'https://b.example/'"u8.ToArray(),
        }).Settings;

        settings.BaseUrl.ShouldBe("https://b.example/");
        settings.LanguageFolders.ShouldBe(["en"]);
        settings.SectionPermalinks["posts"].ShouldBe("/:year/:slug/");
    }

    [Theory]
    [InlineData("hugo.toml", "", "hugo.toml")]
    [InlineData("blog/config/_default/hugo.toml", "blog", "config/_default/hugo.toml")]
    [InlineData("config/production/config.yaml", "", "config/production/config.yaml")]
    [InlineData("blog/.eleventy.js", "blog", ".eleventy.js")]
    [InlineData("src/_data/metadata.json", "src", "_data/metadata.json")]
    [InlineData("docs/.vitepress/config.mts", "docs", ".vitepress/config.mts")]
    [InlineData("blog/pelicanconf.py", "blog", "pelicanconf.py")]
    public void A_file_configures_the_site_it_stands_for(string path, string folder, string name) =>
        SiteSettings.ConfiguredBy(path).ShouldBe((folder, name));

    [Theory]
    [InlineData("posts/x.md")]
    [InlineData("data/languages.toml")]
    [InlineData("my-hugo.toml")]
    public void Other_files_configure_nothing(string path) => SiteSettings.ConfiguredBy(path).ShouldBeNull();

    [Fact]
    public void An_Eleventy_site_may_keep_its_address_among_its_data()
    {
        var above = Settings("eleventy.config.js", "{ dir: { input: 'src' } }").Settings;

        var below = SiteSettings.Read(above, "src", Files("_data/metadata.js", "export default { url: \"https://b.example/\", author: { url: \"https://a.example/\" } }")).Settings;

        new PostReader(below, Glossary.Empty).Read(new PostFile("src/posts/x.md", "## Un titre par Alice Martin\n\ntexte"u8.ToArray()))
            .Talks[0].Url.ShouldBe("https://b.example/posts/x/#un-titre-par-alice-martin");
    }

    [Fact]
    public void An_address_that_wants_a_day_is_none_without_one()
    {
        var settings = Settings("hugo.toml", "baseURL = 'https://b.example/'\n[permalinks]\nposts = '/:year/:slug/'").Settings;

        new PostReader(settings, Glossary.Empty).Read(new PostFile("content/posts/x.md", "## Un titre par Alice Martin\n\ntexte"u8.ToArray())).Talks[0].Url.ShouldBeNull();
    }

    [Theory]
    [InlineData("Gatsby, whose paths a program makes", "gatsby-config.js", "{ siteUrl: 'https://b.example' }", "content/x/index.md")]
    [InlineData("Gatsby, a slug that is a part of a path", "gatsby-config.js", "{ siteUrl: 'https://b.example' }", "content/court.md")]
    [InlineData("Pelican, a pattern that a program makes", "pelicanconf.py", "SITEURL = 'https://b.example'\nARTICLE_URL = BASE + '{slug}.html'", "content/x.md")]
    [InlineData("Pelican, an address that a program makes", "pelicanconf.py", "SITEURL = os.environ['URL']", "content/x.md")]
    [InlineData("Pelican, names of months", "pelicanconf.py", "SITEURL = 'https://b.example'\nARTICLE_URL = '{date:%b}/{slug}.html'", "content/x.md")]
    [InlineData("Nikola, a folder that it does not name", "conf.py", "SITE_URL = 'https://b.example/'\nPOSTS = posts()", "posts/x.md")]
    [InlineData("Sphinx without an address", "conf.py", "project = 'x'", "x.md")]
    [InlineData("Hexo, a word that only Hexo knows", "_config.yml", "url: https://b.example\npermalink: :hash/\nsource_dir: source", "source/_posts/x.md")]
    [InlineData("Docusaurus, documents", "docusaurus.config.js", "{ url: 'https://b.example', baseUrl: '/' }", "docs/x.md")]
    [InlineData("VitePress without a host", ".vitepress/config.js", "{ base: '/notes/' }", "x.md")]
    [InlineData("VitePress, paths that a program makes", ".vitepress/config.js", "{ rewrites: { a: 'b' }, sitemap: { hostname: 'https://b.example' } }", "x.md")]
    [InlineData("VuePress, a blog", ".vuepress/config.js", "{ plugins: ['@vuepress/plugin-blog', ['sitemap', { hostname: 'https://b.example' }]] }", "_posts/x.md")]
    [InlineData("MkDocs, a format of its own", "mkdocs.yml", "site_url: https://b.example\nplugins:\n  - blog:\n      post_url_format: '{categories}/{slug}'", "docs/blog/posts/x.md")]
    [InlineData("MkDocs, an address from its surroundings", "mkdocs.yml", "site_url: !ENV [URL, 'https://b.example']", "docs/x.md")]
    public void What_only_a_program_knows_is_no_address(string why, string config, string text, string path)
    {
        var body = $"---\ntitle: Retour d'été\ndate: 2024-05-16\nslug: {(path.Contains("court") ? "court" : "")}\n---\n\n## Des pods à l'étage\n\n_Par Alice Martin_\n\ntexte\n";

        new PostReader(Settings(config, text).Settings, Glossary.Empty).Read(new PostFile(path, Encoding.UTF8.GetBytes(body))).Talks[0].Url.ShouldBeNull(why);
    }

    [Fact]
    public void What_Pelican_has_for_readers_wins_over_what_it_has_for_its_writer()
    {
        var settings = SiteSettings.Read(SiteSettings.Default, "", new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["pelicanconf.py"] = "SITEURL = ''\nPATH = 'billets'\nARTICLE_URL = 'b/{slug}/'"u8.ToArray(),
            ["publishconf.py"] = "from pelicanconf import *\nSITEURL = 'https://b.example'\nRELATIVE_URLS = False"u8.ToArray(),
        }).Settings;

        settings.BaseUrl.ShouldBe("https://b.example/");
        settings.ContentFolder.ShouldBe("billets");
        settings.SectionPermalinks["articles"].ShouldBe("b/{slug}/");
    }

    [Theory]
    [InlineData("_config.yml", "url: https://b.example\ntheme: minima", SiteGenerator.Jekyll)]
    [InlineData("_config.yml", "url: https://b.example\nnew_post_name: :title.md", SiteGenerator.Hexo)]
    [InlineData("config.toml", "baseURL = 'https://b.example/'", SiteGenerator.Hugo)]
    [InlineData("config.toml", "base_url = 'https://b.example'", SiteGenerator.Zola)]
    public void Generators_that_share_a_name_are_told_apart(string config, string text, SiteGenerator expected) =>
        Settings(config, text).Settings.Generator.ShouldBe(expected);

    [Theory]
    [InlineData("a heading of reStructuredText", "hugo.toml", "baseURL = 'https://b.example/'", "content/x.rst", "Des pods à l’étage\n==================\n\nPar Alice Martin\n\ntexte\n\nFin\n===\n\ntexte", "#des-pods-a-letage")]
    [InlineData("the same with Pelican", "pelicanconf.py", "SITEURL = 'https://b.example'", "content/x.rst", ":title: x\n:slug: x\n\nDes pods à l'étage\n==================\n\nPar Alice Martin\n\ntexte\n\nFin\n===\n\ntexte", "#des-pods-a-l-etage")]
    [InlineData("Org with Hugo", "hugo.toml", "baseURL = 'https://b.example/'", "content/x.org", "* Des pods à l'étage\nPar Alice Martin\n\ntexte", "#headline-1")]
    [InlineData("Org with an id", "hugo.toml", "baseURL = 'https://b.example/'", "content/x.org", "* Des pods à l'étage\n:PROPERTIES:\n:CUSTOM_ID: pods\n:END:\nPar Alice Martin\n\ntexte", "#pods")]
    [InlineData("Textile", "_config.yml", "url: https://b.example", "_posts/2024-05-16-x.textile", "h2. Des pods à l'étage\n\nPar Alice Martin\n\ntexte", "")]
    public void The_notation_of_a_post_may_have_anchors_of_its_own(string why, string config, string text, string path, string body, string expected)
    {
        var post = new PostReader(Settings(config, text).Settings, Glossary.Empty).Read(new PostFile(path, Encoding.UTF8.GetBytes(body)));

        var url = post.Talks[0].Url.ShouldNotBeNull(why);
        (url.Contains('#') ? url[url.IndexOf('#')..] : "").ShouldBe(expected, why);
    }

    [Fact]
    public void A_site_without_an_address_gives_its_talks_none() =>
        new PostReader(SiteSettings.Default, Glossary.Empty).Read(new PostFile("x.md", "## Un titre par Alice Martin\n\ntexte"u8.ToArray())).Talks[0].Url.ShouldBeNull();

    [Theory]
    [InlineData("x.md", true)]
    [InlineData("x.adoc", true)]
    [InlineData("x.qmd", true)]
    [InlineData("x.Rmd", true)]
    [InlineData("x.rst", true)]
    [InlineData("x.org", true)]
    [InlineData("x.textile", true)]
    [InlineData("x.ipynb", false)]
    [InlineData("x.png", false)]
    [InlineData("drafts/x.md", false)]
    [InlineData("a/README.md", false)]
    public void Globs_say_what_is_a_post(string path, bool expected)
    {
        var settings = Settings("recap.json", """{ "exclude": ["drafts/**", "README.md"] }""").Settings;

        new PostReader(settings, Glossary.Empty).IsPost(path).ShouldBe(expected);
    }

    [Theory]
    [InlineData("docs/retour_2024", "---\ntitle: Retour\n---\n\n## Un titre\n", true)]
    [InlineData("docs/retour_2024", "+++\ndate = 2024-05-16\n+++\n\n## Un titre\n", true)]
    [InlineData("docs/retour_2024", "\uFEFF---\r\ntitle: Retour\r\n---\r\ntexte\r\n", true)]
    [InlineData("docs/retour_2024", "---\ntitle: Retour\n\n## Jamais fermé\n", false)]
    [InlineData("docs/valeurs", "---\nreplicas: 3\n---\nreplicas: 4\n", false)]
    [InlineData("Makefile", "all:\n\tmake site\n", false)]
    [InlineData("LICENSE", "MIT License\n\nCopyright (c) 2024\n", false)]
    [InlineData("image", "\u0089PNG\r\n\u001a\n\0\0\0", false)]
    [InlineData("vide", "", false)]
    [InlineData("docs/retour.txt", "---\ntitle: Retour\n---\n\n## Un titre\n", false)]
    public void A_file_without_an_extension_is_a_post_where_it_opens_with_the_facts_of_one(string path, string text, bool expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        new PostReader(SiteSettings.Default, Glossary.Empty).IsPost(path, () => bytes).ShouldBe(expected);
    }

    [Fact]
    public void A_file_without_an_extension_can_be_excluded_and_is_not_asked_where_globs_include_others()
    {
        PostReader Reader(string json) => new(Settings("recap.json", json).Settings, Glossary.Empty);

        Reader("""{ "exclude": ["notes"] }""").IsPost("notes", () => throw new InvalidOperationException()).ShouldBeFalse();
        Reader("""{ "include": ["**/*.md"] }""").IsPost("notes", () => throw new InvalidOperationException()).ShouldBeFalse();
    }

    [Fact]
    public void Settings_below_inherit_from_those_above()
    {
        var above = Settings("recap.json", """{ "source": "port", "language": "en" }""").Settings;

        var below = SiteSettings.Read(above, "blog", Files("hugo.toml", "baseURL = 'https://b.example/'")).Settings;

        below.Source.ShouldBe("port");
        below.Folder.ShouldBe("blog");
        below.BaseUrl.ShouldBe("https://b.example/");
    }

    [Fact]
    public void The_fingerprint_changes_with_every_setting_and_not_with_the_day()
    {
        SiteSettings[] others =
        [
            new() { Source = "x" }, new() { Folder = "x" }, new() { BaseUrl = "https://x.example/" }, new() { Generator = SiteGenerator.Hugo },
            new() { Anchors = AnchorStyle.None }, new() { Permalink = "x" }, new() { ContentFolder = "x" }, new() { Language = "en" },
            new() { SectionPermalinks = SiteSettings.Default.SectionPermalinks.Add("x", "y") },
            new() { SectionPermalinks = SiteSettings.Default.SectionPermalinks.Add("x", "z") },
            new() { LanguageFolders = ["x"] }, new() { Include = ["x"] }, new() { Exclude = ["x"] }, new() { Exclude = ["x", "y"] }, new() { Drafts = true },
            new() { LanguagesByFolder = SiteSettings.Default.LanguagesByFolder.Add("x", "y") }, new() { PlainPaths = true },
        ];

        others.Append(SiteSettings.Default).Select(settings => settings.Fingerprint()).ShouldBeUnique();
        (SiteSettings.Default with { PublishedUntil = new DateOnly(2024, 5, 16) }).Fingerprint().ShouldBe(SiteSettings.Default.Fingerprint());
    }

    [Fact]
    public void No_setting_but_the_day_is_left_out_of_the_fingerprint()
    {
        // A setting that is added must join the list above and the fingerprint.
        typeof(SiteSettings).GetProperties().Count(setting => setting.SetMethod is { IsStatic: false } && setting.Name != nameof(SiteSettings.PublishedUntil)).ShouldBe(15);
    }

    private static SiteSettingsResult Settings(string name, string text) => SiteSettings.Read(SiteSettings.Default, "", Files(name, text));

    private static Dictionary<string, ReadOnlyMemory<byte>> Files(string name, string text) => new() { [name] = Encoding.UTF8.GetBytes(text) };
}
