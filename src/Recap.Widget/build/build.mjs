import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { distribution, home } from './bundle.mjs';

const dist = join(home, 'dist');
await mkdir(dist, { recursive: true });
for (const [name, bytes] of Object.entries(await distribution())) {
  await writeFile(join(dist, name), bytes);
}
