import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { picture } from '../world/browser.mjs';
import { groupsFor, headingIds, kits, pagesOf, serve, tryPage, workshop } from './kit.mjs';
import { kitWorld } from './world.mjs';

const here = kitWorld();
const origin = 'https://carnet-de-nuages.example';
const post = '/posts/2025-04-08-native-harbor-jour-1/';

let shop;
let groups;

async function build(out) {
  await shop.run('hugo', '--config', 'hugo.toml,recap.toml,address.toml', '--themesDir', kits, '--destination', out, '--quiet');
  return pagesOf(join(shop.folder, out));
}

before(async () => {
  await here.start();
  shop = await workshop('carnet-de-nuages', join(kits, 'hugo/example'));
  await shop.write('address.toml', `[params.recap]\nendpoint = "${here.service.origin}"\nscript = "${here.scripts}/recap.js"\nstylesheet = "${here.scripts}/recap.css"\n`);
});
after(async () => {
  await here.stop();
  await shop?.remove();
});

describe('the sample site built by Hugo', () => {
  test('without build-time data: search in the header, related talks under each h2', async () => {
    const pages = await build('plain');
    const ids = headingIds(pages.get(post), 2);
    assert.ok(ids.length > 5);
    groups = groupsFor(ids.map((id) => `${origin}${post}#${id}`));
    here.answer(groups);
    const site = await serve(join(shop.folder, 'plain'));
    const page = await here.open();
    await tryPage(page, { service: here.service, address: site.origin + post, ids, fallback: 0 });
    assert.equal(here.service.of('talks:related')[0].parameters.get('postUri'), origin + post);
    await page.keyboard.press('Escape');
    await picture(page, 'hugo');
    await page.context().close();
    await site.stop();
  });

  test('with it: only under talks, of any rank, and a list without JavaScript', async () => {
    const plain = await build('plain');
    const ids = [...headingIds(plain.get('/posts/devcormoran-2024/'), 3)];
    const address = `${origin}/posts/devcormoran-2024/`;
    groups = [...groups, ...groupsFor(ids.map((id) => `${address}#${decodeURIComponent(id)}`))];
    await shop.write('data/recap/related.json', JSON.stringify({ groups }));
    here.answer(groups);
    const site = await serve((await build('listed'), join(shop.folder, 'listed')));
    const page = await here.open();
    await tryPage(page, { service: here.service, address: `${site.origin}/posts/devcormoran-2024/`, ids, fallback: 3 });
    await page.context().close();
    const still = await here.open({ javaScriptEnabled: false });
    await still.goto(`${site.origin}/posts/devcormoran-2024/`);
    assert.equal(await still.locator('recap-related').first().getByRole('link').count(), 3);
    assert.equal(await still.locator('header').getByRole('searchbox').isVisible(), true);
    await still.context().close();
    await site.stop();
  });

  test('the article itself is as it was', async () => {
    const strip = (html) => html.replace(/\s*<recap-related[\s\S]*?<\/recap-related>\s*/g, '').replace(/\s+/g, '');
    const listed = await pagesOf(join(shop.folder, 'listed'));
    await shop.write('layouts/_default/single.html', '{{ define "main" }}<article><h1>{{ .Title }}</h1>{{ .Content }}</article>{{ end }}');
    const bare = await build('bare');
    for (const [path, html] of bare) {
      assert.equal(strip(listed.get(path)), strip(html), path);
    }
  });

  test('the shortcodes stand where they are written', async () => {
    await shop.write('content/posts/shortcodes.md', '---\ntitle: x\ndate: 2025-01-01\n---\n\n## Un talk {#un}\n\n{{< recap-related "un" >}}\n\n{{< recap-search >}}\n');
    const html = (await build('short')).get('/posts/shortcodes/');
    assert.match(html, /<recap-related endpoint="[^"]+" post-url="https:\/\/carnet-de-nuages\.example\/posts\/shortcodes\/" anchor="un" limit="3"/);
    assert.equal(html.match(/<recap-search /g).length, 2);
  });
});
