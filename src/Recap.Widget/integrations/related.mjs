#!/usr/bin/env node
// Asks a service what is related to each talk of a site, for the lists that the kits write when the site is built:
//   node related.mjs https://recap.example [source] > data/recap/related.json
import { pathToFileURL } from 'node:url';

/** Suggestions kept of each talk; the kits show fewer where they are told to. */
const limit = 5;

async function ask(service, method, parameters) {
  const answer = await fetch(`${service}/v1/${method}?${new URLSearchParams(parameters)}`);
  if (!answer.ok) {
    throw new Error(`${answer.url}: ${answer.status} ${(await answer.json()).message ?? ''}`);
  }
  return answer.json();
}

/** What the service says of all the talks of a site, or of all it knows: `{ groups }`, as `/v1/talks:related` answers. */
export async function relatedOfSite(service, source) {
  const filter = source ? { 'filter.sources': source } : {};
  const posts = new Set();
  let pageToken = '';
  do {
    const page = await ask(service, 'talks', { pageSize: '100', ...filter, ...(pageToken ? { pageToken } : {}) });
    page.talks.filter(({ uri }) => uri).forEach(({ uri }) => posts.add(uri.split('#')[0]));
    pageToken = page.nextPageToken;
  } while (pageToken);
  const groups = [];
  for (const postUri of posts) {
    groups.push(...(await ask(service, 'talks:related', { postUri, limit, ...filter })).groups);
  }
  return { groups };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [service, source] = process.argv.slice(2);
  if (!service) {
    console.error('Usage: node related.mjs SERVICE [SOURCE] > related.json');
    process.exit(2);
  }
  console.log(JSON.stringify(await relatedOfSite(service.replace(/\/+$/, ''), source)));
}
