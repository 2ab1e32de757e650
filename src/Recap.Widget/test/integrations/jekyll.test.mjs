import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { picture } from '../world/browser.mjs';
import { groupsFor, headingIds, kits, pagesOf, serve, tryPage, workshop } from './kit.mjs';
import { kitWorld } from './world.mjs';

const here = kitWorld();
const origin = 'https://journal-du-terminal.example';
const post = '/2023/10/maree-haute-2023/';

let shop;

async function build(out, ...more) {
  await shop.run('jekyll', 'build', '--quiet', '--config', '_config.yml,_recap.yml,_address.yml', '--destination', out, ...more);
  return pagesOf(join(shop.folder, out));
}

before(async () => {
  await here.start();
  shop = await workshop('journal-du-terminal', join(kits, 'jekyll/example'));
  await shop.run('cp', '-r', join(kits, 'jekyll/_includes'), shop.folder);
  await shop.write('_address.yml', `exclude: [_plain, _listed]\nrecap:\n  endpoint: ${here.service.origin}\n  script: ${here.scripts}/recap.js\n  stylesheet: ${here.scripts}/recap.css\n  limit: 3\n`);
});
after(async () => {
  await here.stop();
  await shop?.remove();
});

describe('the sample site built by Jekyll', () => {
  test('without build-time data: search in the header, related talks under each h2', async () => {
    const pages = await build('_plain');
    const ids = headingIds(pages.get(post), 2);
    here.answer(groupsFor(ids.map((id) => `${origin}${post}#${id}`)));
    const site = await serve(join(shop.folder, '_plain'));
    const page = await here.open();
    await tryPage(page, { service: here.service, address: site.origin + post, ids, fallback: 0 });
    await page.context().close();
    await site.stop();
  });

  test('with it: only under talks, of any rank, and a list without JavaScript', async () => {
    const pages = await pagesOf(join(shop.folder, '_plain'));
    const ids = headingIds(pages.get(post), 3);
    assert.ok(ids.length > 5);
    const groups = groupsFor(ids.map((id) => `${origin}${post}#${id}`));
    here.answer(groups);
    await shop.write('_data/recap/related.json', JSON.stringify({ groups }));
    await build('_listed');
    const site = await serve(join(shop.folder, '_listed'));
    const page = await here.open();
    await tryPage(page, { service: here.service, address: site.origin + post, ids, fallback: 3 });
    await picture(page, 'jekyll');
    await page.context().close();
    const still = await here.open({ javaScriptEnabled: false });
    await still.goto(site.origin + post);
    assert.equal(await still.locator('recap-related').first().getByRole('link').count(), 3);
    assert.equal(await still.locator('header').getByRole('searchbox').isVisible(), true);
    await still.context().close();
    await site.stop();
  });
});
