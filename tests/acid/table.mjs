// The rows of data/analysis/acid.tsv, with \uXXXX opened.
import { readFile } from "node:fs/promises";

const file = new URL("../../data/analysis/acid.tsv", import.meta.url);

export async function readTable() {
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n").slice(1);
  const rows = lines.map((line) => line.split("\t").map(opened));
  const documents = [...new Set(rows.map((row) => row[1]))];
  return {
    documents,
    rows: rows.map(([rule, document, query, finds]) => ({ rule, document: documents.indexOf(document), query, finds: finds === "yes" })),
  };
}

function opened(text) {
  return text.replace(/\\u([0-9A-F]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}
