import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { picture } from '../world/browser.mjs';
import { groupsFor, headingIds, kits, pagesOf, serve, tryPage, workshop } from './kit.mjs';
import { kitWorld } from './world.mjs';

const here = kitWorld();
const origin = 'https://notes-de-conf.example';
const post = '/blog/cime-conf-2024/';
const version = '5.9.3';

let shop;

async function build(out) {
  await shop.run('npx', 'astro', 'build', '--outDir', out, '--silent');
  return pagesOf(join(shop.folder, out));
}

before(async () => {
  await here.start();
  shop = await workshop('notes-de-conf', join(kits, 'astro/example'));
  for (const file of ['RecapHead.astro', 'RecapSearch.astro', 'RecapRelated.astro', 'rehype-recap-related.mjs']) {
    await cp(join(kits, 'astro', file), join(shop.folder, 'recap', file));
  }
  await shop.write('package.json', JSON.stringify({ private: true, type: 'module', dependencies: { astro: version } }));
  await shop.run('npm', 'install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error');
  Object.assign(process.env, { RECAP_ENDPOINT: here.service.origin, RECAP_SCRIPT: `${here.scripts}/recap.js`, RECAP_STYLESHEET: `${here.scripts}/recap.css` });
});
after(async () => {
  await here.stop();
  await shop?.remove();
});

describe('the sample site built by Astro', () => {
  test('without build-time data: search in the header, related talks under each h2 and under the post', async () => {
    const pages = await build('plain');
    const ids = headingIds(pages.get(post), 2).filter((id) => id !== 'footnote-label');
    assert.ok(ids.length > 5);
    here.answer(groupsFor(ids.map((id) => `${origin}${post}#${id}`)));
    const site = await serve(join(shop.folder, 'plain'));
    const page = await here.open();
    await tryPage(page, { service: here.service, address: site.origin + post, ids, fallback: 0 });
    assert.equal(await page.locator('aside recap-related').getByRole('listitem').count(), 3);
    await page.context().close();
    await site.stop();
  });

  test('with it: only under talks, and a list without JavaScript', async () => {
    const ids = headingIds((await pagesOf(join(shop.folder, 'plain'))).get(post), 2).slice(1, 5);
    const groups = groupsFor(ids.map((id) => `${origin}${post}#${id}`));
    here.answer(groups);
    await shop.write('recap/related.json', JSON.stringify({ groups }));
    // Astro keeps what it rendered before; the list is no part of a post.
    await shop.run('rm', '-rf', '.astro', 'node_modules/.astro');
    await build('listed');
    const site = await serve(join(shop.folder, 'listed'));
    const page = await here.open();
    await tryPage(page, { service: here.service, address: site.origin + post, ids, fallback: 3 });
    await picture(page, 'astro');
    await page.context().close();
    const still = await here.open({ javaScriptEnabled: false });
    await still.goto(site.origin + post);
    assert.equal(await still.locator('article recap-related').first().getByRole('link').count(), 3);
    assert.equal(await still.locator('header').getByRole('searchbox').isVisible(), true);
    await still.context().close();
    await site.stop();
  });
});
