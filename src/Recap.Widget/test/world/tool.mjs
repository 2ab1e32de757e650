import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../../..');
const tool = process.env.RECAP ?? join(root, 'artifacts/bin/Recap.Cli/release/recap.dll');

export const samplePosts = join(root, 'data/posts');

/** A folder for indexes; what stands in it shares one topic model. */
export async function startFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'recap-pages-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** `recap serve` over the posts of a folder, on free ports. */
export async function startServer(folder, name, content) {
  const server = spawn('dotnet', [tool, 'serve', '--index', join(folder, name), '--content', content, '--http-port', '0', '--grpc-port', '0']);
  const said = [];
  server.stderr.on('data', (bytes) => said.push(bytes));
  let origin;
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /^\s+Pages, JSON\s+(\S+?)\/?$/.exec(line);
    if (address) {
      origin = address[1];
      break;
    }
  }
  if (!origin) {
    throw new Error(`recap serve ended before it served: ${Buffer.concat(said)}`);
  }
  server.stdout.resume();
  return {
    origin,
    stop: () => new Promise((ended) => {
      if (server.exitCode !== null) {
        ended();
      }
      server.once('exit', ended);
      server.kill('SIGKILL');
    }),
  };
}
