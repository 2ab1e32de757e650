import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { home } from './bundle.mjs';

/** Size of a built file, in bytes. */
export async function sizeOf(name) {
  const bytes = await readFile(join(home, 'dist', name));
  return { gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

const inKilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** The built files beside what others ship, as a Markdown table. */
export async function sizeTable() {
  const peers = JSON.parse(await readFile(join(home, 'build/peers.json'), 'utf8'));
  const both = await sizeOf('recap.js');
  const related = await sizeOf('recap-related.js');
  return [
    '| script | gzip, kB |', '|---|---|',
    `| **recap.js**, both elements, styles included | **${inKilobytes(both.gzip)}** (brotli ${inKilobytes(both.brotli)}) |`,
    `| **recap-related.js**, related talks alone | **${inKilobytes(related.gzip)}** (brotli ${inKilobytes(related.brotli)}) |`,
    ...peers.map(({ name, kilobytes, note }) => `| ${name}${note ? `, ${note}` : ''} | ${kilobytes.toFixed(1)} |`),
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  console.log(await sizeTable());
}
