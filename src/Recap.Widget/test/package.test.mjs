import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { distribution, home } from '../build/bundle.mjs';
import { sizeOf, sizeTable } from '../build/size.mjs';

const read = (name) => readFile(join(home, name), 'utf8');

async function sources(folder = 'src') {
  const entries = await readdir(join(home, folder), { recursive: true });
  return Promise.all(entries.filter((name) => name.endsWith('.ts')).map((name) => read(join(folder, name))));
}

describe('size', () => {
  test('both elements are at most 12 kB, related talks alone at most 4 kB', async (context) => {
    context.diagnostic(`\n${await sizeTable()}`);
    assert.ok((await sizeOf('recap.js')).gzip <= 12_000);
    assert.ok((await sizeOf('recap-related.js')).gzip <= 4_000);
  });

  test('the table of the README is the measured one', async () => {
    assert.ok((await read('README.md')).includes(await sizeTable()), 'run `npm run size` and put its table into README.md');
  });
});

describe('the built files', () => {
  test('are those that the sources build', async () => {
    for (const [name, bytes] of Object.entries(await distribution())) {
      assert.equal(await read(join('dist', name)), bytes.toString(), `dist/${name} is stale: run \`npm run build\``);
    }
  });

  test('depend on nothing', async () => {
    assert.equal(JSON.parse(await read('package.json')).dependencies, undefined);
    for (const name of ['dist/recap.js', 'dist/recap-related.js']) {
      assert.doesNotMatch(await read(name), /\bimport\s*[("{*]|\brequire\(/);
    }
  });

  test('call no sink that Trusted Types guards', async () => {
    for (const source of await sources()) {
      assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc/);
    }
  });
});

describe('the README', () => {
  test('names tests that exist', async () => {
    const table = (await read('README.md')).split('## Targets')[1].split('\n## ')[0];
    const rows = table.split('\n').filter((row) => /^\| \d/.test(row));
    assert.equal(rows.length, 12);
    for (const [, file, names] of rows.join('\n').matchAll(/\b(\w+): ((?:“[^”]+”(?:, )?)+)/g)) {
      const tests = await read(join('test', `${file}.test.mjs`));
      for (const [, name] of names.matchAll(/“([^”]+)”/g)) {
        assert.ok(tests.includes(`(\'${name}`) || tests.includes(`(\`${name}`), `${file}: ${name}`);
      }
    }
  });

  test('has every attribute, part, variable, event and text', async () => {
    const readme = await read('README.md');
    const code = (await sources()).join('\n');
    const css = (await Promise.all(['src/search/search.css', 'src/related/related.css', 'src/recap.css'].map(read))).join('\n');
    const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))];
    const wanted = [
      ...all(code, /(?:getAttribute|hasAttribute|listOf|numberOf)\((?:this, |element, )?'([a-z-]+)'/g).filter((name) => !/^(aria-|data-|lang$|action$)/.test(name)),
      ...all(code, /part: '([a-z-]+)'/g),
      ...all(css, /(--recap-[a-z-]+)/g),
      ...all(code, /'(recap-(?:search|results|open))'/g),
      ...all(code, /^ {2}'?([a-z-]+)'?: ['"]/gm),
    ];
    const missing = wanted.filter((name) => !readme.includes(`\`${name}\``));
    assert.deepEqual(missing, []);
  });
});
