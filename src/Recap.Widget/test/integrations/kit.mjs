import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { home } from '../../build/bundle.mjs';
import { seen } from '../world/browser.mjs';
import { talks } from '../world/talks.mjs';

const run = promisify(execFile);
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' };

export const kits = join(home, 'integrations');
export const samples = join(home, '../../data/posts');

/** A sample site copied where it may be built, with what `overlay` lays over it. */
export async function workshop(sample, ...overlays) {
  const folder = await mkdtemp(join(tmpdir(), 'recap-kit-'));
  for (const from of [join(samples, sample), ...overlays]) {
    await cp(from, folder, { recursive: true });
  }
  return {
    folder,
    write: async (name, content) => {
      await mkdir(join(folder, name, '..'), { recursive: true });
      await writeFile(join(folder, name), content);
    },
    run: (program, ...rest) => run(program, rest, { cwd: folder, maxBuffer: 1 << 26, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', LANG: 'C.UTF-8' } }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The built pages below `folder`: path → HTML. */
export async function pagesOf(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('index.html'));
  return new Map(await Promise.all(names.map(async (name) =>
    [`/${name.replace(/index\.html$/, '')}`, await readFile(join(folder, name), 'utf8')])));
}

/** Ids of the headings of `level` in the article of a page. */
export function headingIds(html, level) {
  const article = html.split('<article>')[1] ?? '';
  return [...article.matchAll(new RegExp(`<h${level}[^>]* id="?([^"\\s>]+)`, 'g'))].map((match) => match[1]);
}

/** What the service would say of the talks at `addresses`: three of its own, the first of another event. */
export function groupsFor(addresses) {
  return addresses.map((uri, at) => ({
    about: { name: `talks/sample~${at}`, title: `Talk ${at}`, uri },
    suggestions: talks.slice(at % 4, (at % 4) + 3).map(({ text, ...talk }) => ({
      talk, score: 0.5, reasons: [{ kind: 'RELATED_REASON_KIND_TECHNOLOGY', labels: ['Cilium'] }],
    })),
  }));
}

/** Serves a built folder on loopback. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://site').pathname).replace(/\/$/, '/index.html');
    try {
      const content = await readFile(join(folder, path));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(content);
    } catch {
      // The pictures of the sample posts are not there.
      response.writeHead(extname(path) in types ? 404 : 204).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((closed) => {
      server.closeAllConnections();
      server.close(closed);
    }),
  };
}

/** The elements of a page and whether each stands at the end of its talk: between its heading and the next talk's. */
export async function placesOn(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('article h1, article h2, article h3, article recap-related')];
    return all.flatMap((it, at) => {
      if (it.localName !== 'recap-related') {
        return [];
      }
      const above = all.slice(0, at).reverse();
      return [{
        anchor: it.getAttribute('anchor'),
        // The talk's own heading comes before any other element and before any heading of its rank.
        under: above.find((other) => other.localName === 'recap-related' || other.id === it.getAttribute('anchor'))?.id,
        shown: it.shadowRoot?.querySelectorAll('li').length ?? 0,
        fallback: it.querySelectorAll('li').length,
      }];
    });
  });
}

/** Scrolls to the end, so that every list comes near the screen. */
export async function scrollThrough(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let at = 0; at <= height; at += 120) {
    await page.evaluate((top) => new Promise((shown) => {
      window.scrollTo(0, top);
      requestAnimationFrame(shown);
    }), at);
  }
  await page.waitForTimeout(300);
}

/** What a reader does on any page of a site with the kit: searches in the header, reads on under a talk. */
export async function tryPage(page, { service, address, ids, fallback }) {
  await page.goto(address);
  await page.waitForFunction(() => document.querySelector('recap-search').shadowRoot?.firstChild);
  await page.waitForTimeout(300);
  await scrollThrough(page);
  // Room is kept where it is known which headings are talks.
  if (fallback > 0) {
    assert.deepEqual((await seen(page)).moved, [], 'nothing moves while one reads');
  }
  const places = await placesOn(page);
  assert.deepEqual(places.map(({ anchor }) => anchor), ids);
  for (const place of places) {
    assert.deepEqual([place.under, place.shown, place.fallback], [place.anchor, 3, fallback], JSON.stringify(place));
  }
  assert.equal(service.of('talks:related').length, 1);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator('header').getByRole('combobox').fill('autoscaling');
  await page.getByRole('option').first().waitFor();
  assert.deepEqual(page.faults, []);
}
