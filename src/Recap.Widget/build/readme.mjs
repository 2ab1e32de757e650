import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { home } from './bundle.mjs';
import { sizeTable } from './size.mjs';

/** Puts the measured sizes into README.md, in place of the table there. */
const path = join(home, 'README.md');
const readme = await readFile(path, 'utf8');
await writeFile(path, readme.replace(/\| script \| gzip, kB \|\n(\|.*\n)*/, `${await sizeTable()}\n`));
