import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

export const dist = join(import.meta.dirname, '../../dist');
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml' };

/** A page around `body`: what a blogger writes, two lines of HTML among the rest. */
export function pageAround(body, { head = '', lang = 'fr', script = 'recap.js', css = '' } = {}) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Carnet</title>
<link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/widget/recap.css">${css && '<link rel="stylesheet" href="/test.css">'}
<script type="module" src="/widget/${script}"></script>${head}</head><body>${body}</body></html>`;
}

const pageCss = 'body { font: 16px/1.5 sans-serif; margin: 1rem; max-width: 60rem; }';

/** A static site on loopback. `show` sets the page at `/page/`. */
export async function startSite() {
  let current = { html: '', headers: {}, css: '' };
  const own = (path) => ({ '/page/': [current.html, '.html'], '/page.css': [pageCss, '.css'], '/test.css': [current.css, '.css'] })[path];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    try {
      const [content, type] = own(pathname) ?? [await readFile(join(dist, pathname.replace('/widget/', ''))), extname(pathname)];
      response.writeHead(200, { 'content-type': types[type], ...(type === '.html' ? current.headers : {}) });
      response.end(content);
    } catch {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    show(body, options = {}) {
      current = { html: pageAround(body, options), headers: options.headers ?? {}, css: options.css ?? '' };
      return `${origin}/page/`;
    },
    stop: () => new Promise((closed) => {
      server.closeAllConnections();
      server.close(closed);
    }),
  };
}
