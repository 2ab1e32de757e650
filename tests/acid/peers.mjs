// Each peer: documents → (query → numbers of the documents found, best first). Set up as its own documentation
// advises for French; the "tuned" ones are what a diligent reader of that documentation arrives at.
import { createServer } from "node:http";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { create, insertMultiple, search } from "@orama/orama";
import { stemmer } from "@orama/stemmers/french";
import { stopwords } from "@orama/stopwords/french";
import lunr from "lunr";
import stemmerSupport from "lunr-languages/lunr.stemmer.support.js";
import french from "lunr-languages/lunr.fr.js";
import MiniSearch from "minisearch";

stemmerSupport(lunr);
french(lunr);

function folded(term) {
  return term.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae");
}

function miniSearch(options) {
  return async (documents) => {
    const index = new MiniSearch({ fields: ["text"], ...options });
    index.addAll(documents.map((text, id) => ({ id, text })));
    return async (query) => index.search(query).map((hit) => hit.id);
  };
}

function orama(components, params) {
  return async (documents) => {
    const index = create({ schema: { text: "string" }, ...components });
    await insertMultiple(index, documents.map((text, id) => ({ id: `${id}`, text })));
    return async (query) => (await search(index, { term: query, limit: 20, ...params })).hits.map((hit) => Number(hit.id));
  };
}

async function lunrFrench(documents) {
  const index = lunr(function () {
    this.use(lunr.fr);
    this.ref("id");
    this.field("text");
    documents.forEach((text, id) => this.add({ id, text }));
  });
  return async (query) => index.search(query).map((hit) => Number(hit.ref));
}

// Pagefind searches in a browser; its script runs in Node once it finds a page around it and its files behind http.
async function pagefind(documents) {
  const { createIndex, close } = await import("pagefind");
  const { index } = await createIndex();
  for (const [id, text] of documents.entries()) {
    await index.addCustomRecord({ url: `/${id}`, content: text, language: "fr", meta: { title: text } });
  }

  const folder = await mkdtemp(join(tmpdir(), "recap-acid-"));
  await index.writeFiles({ outputPath: folder });
  await close();

  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const body = await readFile(join(folder, path)).catch(() => null);
    response.writeHead(body ? 200 : 404).end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();

  const base = `http://127.0.0.1:${server.address().port}/`;
  const page = { querySelector: () => ({ getAttribute: () => "fr" }), documentElement: { lang: "fr" } };
  Object.assign(globalThis, { window: globalThis, document: page, location: new URL("http://page.invalid/") });
  const script = await import(pathToFileURL(join(folder, "pagefind.js")).href);
  await script.options({ basePath: base, baseUrl: "/" });
  await script.init();
  return async (query) => {
    const { results } = await script.search(query);
    const pages = await Promise.all(results.slice(0, 20).map((result) => result.data()));
    return pages.map((result) => Number(result.url.replace(/\D/g, "")));
  };
}

export const peers = {
  "Pagefind 1.6.0": pagefind,
  "Orama 3.1.18, french": orama({ language: "french" }, {}),
  "Orama 3.1.18, stemmer, stop words, tolerance 1": orama(
    { components: { tokenizer: { language: "french", stemming: true, stemmer, stopWords: stopwords } } }, { tolerance: 1 }),
  "lunr 2.3.9 + lunr-languages fr": lunrFrench,
  "MiniSearch 7.2.0": miniSearch({}),
  "MiniSearch 7.2.0, fold, prefix, fuzzy 0.2": miniSearch({ processTerm: folded, searchOptions: { prefix: true, fuzzy: 0.2 } }),
};
