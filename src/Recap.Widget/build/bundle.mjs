import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

export const home = join(import.meta.dirname, '..');

/** What is built: file name → module it starts from. */
const entries = { 'recap.js': 'src/recap.ts', 'recap-related.js': 'src/recap-related.ts' };

/** Style sheets become strings without their spaces. */
const sheets = {
  name: 'sheets',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

async function bundle(entry) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: home,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    plugins: [sheets],
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

function describe(name, bytes) {
  const digest = createHash('sha384').update(bytes).digest();
  return {
    // The name tells the content, so that it may be cached for ever.
    versioned: name.replace(/(\.\w+)$/, `.${digest.toString('hex').slice(0, 12)}$1`),
    integrity: `sha384-${digest.toString('base64')}`,
    bytes: bytes.length,
  };
}

/** The files of `dist/`, by name: built anew, not yet written. */
export async function distribution() {
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const files = { 'recap.css': await readFile(join(home, 'src/recap.css')) };
  for (const [name, entry] of Object.entries(entries)) {
    files[name] = await bundle(entry);
  }
  const described = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, describe(name, bytes)]));
  files['manifest.json'] = Buffer.from(`${JSON.stringify({ version, files: described }, null, 2)}\n`);
  return files;
}
