// Puts data/analysis/acid.tsv to Recap and its peers and prints a scoreboard.
//
//   npm install --no-package-lock && node run.mjs [--misses NAME]
//
// A row that finds passes when its document is among the first five; a row that never finds, when it is not found at
// all. Recap's answers come from its own test, which writes them where RECAP_ACID points.
import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { peers } from "./peers.mjs";
import { readTable } from "./table.mjs";

const depth = 5;

async function recap() {
  const out = join(await mkdtemp(join(tmpdir(), "recap-acid-")), "recap.jsonl");
  const root = fileURLToPath(new URL("../../", import.meta.url));
  await promisify(execFile)(
    "dotnet",
    ["test", "--project", "tests/Recap.Engine.Tests", "--", "--filter-class", "Recap.Engine.Tests.Analysis.AcidTests"],
    { cwd: root, env: { ...process.env, RECAP_ACID: out } },
  ).catch(() => undefined);
  const answers = new Map((await readFile(out, "utf8")).trimEnd().split("\n").map((line) => JSON.parse(line)).map((row) => [row.query, row.found]));
  return async (query) => answers.get(query) ?? [];
}

async function score(name, build, { documents, rows }) {
  const ask = await build(documents);
  const misses = [];
  for (const row of rows) {
    const found = await ask(row.query).catch(() => []);
    if (row.finds ? !found.slice(0, depth).includes(row.document) : found.includes(row.document)) {
      misses.push(row);
    }
  }

  return { name, passed: rows.length - misses.length, misses };
}

const table = await readTable();
const boards = [];
for (const [name, build] of Object.entries({ Recap: () => recap(), ...peers })) {
  boards.push(await score(name, build, table));
}

boards.sort((a, b) => b.passed - a.passed);
console.log(`| engine | rows passed of ${table.rows.length} | misses by rule |\n|---|---|---|`);
for (const { name, passed, misses } of boards) {
  const byRule = Object.entries(Object.groupBy?.(misses, (row) => row.rule) ?? grouped(misses)).map(([rule, rows]) => `${rule} ${rows.length}`);
  console.log(`| ${name} | ${passed} | ${byRule.join(", ") || "none"} |`);
}

const wanted = process.argv.indexOf("--misses");
for (const { misses } of boards.filter((board) => wanted > 0 && board.name.startsWith(process.argv[wanted + 1]))) {
  for (const row of misses) {
    console.log(`${row.rule}\t${table.documents[row.document]}\t${row.query}\t${row.finds ? "not found" : "found"}`);
  }
}

process.exit(0);

function grouped(rows) {
  return rows.reduce((groups, row) => ({ ...groups, [row.rule]: [...(groups[row.rule] ?? []), row] }), {});
}
