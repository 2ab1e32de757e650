import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { relatedOfSite } from '../../integrations/related.mjs';
import { openPage, picture, startBrowser } from '../world/browser.mjs';
import { startFolder, startServer } from '../world/tool.mjs';
import { kits, placesOn, samples, scrollThrough, serve, workshop } from './kit.mjs';

const post = '/posts/2025-04-08-native-harbor-jour-1/';
const shown = 3;
const here = {};

before(async () => {
  here.browser = await startBrowser();
  here.work = await startFolder();
  here.server = await startServer(here.work.folder, 'index', join(samples, 'carnet-de-nuages'));
  here.shop = await workshop('carnet-de-nuages', join(kits, 'hugo/example'));
  here.related = await relatedOfSite(here.server.origin);
  await here.shop.write('data/recap/related.json', JSON.stringify(here.related));
  await here.shop.write('address.toml', `[params.recap]\nendpoint = "${here.server.origin}"\n`);
  await here.shop.run('hugo', '--config', 'hugo.toml,recap.toml,address.toml', '--themesDir', kits, '--destination', 'out', '--quiet');
  here.site = await serve(join(here.shop.folder, 'out'));
});

after(async () => {
  await here.browser?.close();
  await here.site?.stop();
  await here.server?.stop();
  await here.shop?.remove();
  await here.work?.remove();
});

/** Anchors of the talks of the post, each with the number of its suggestions. */
const suggested = () => here.related.groups
  .filter(({ about }) => new URL(about.uri).pathname === post)
  .map(({ about, suggestions }) => [decodeURIComponent(new URL(about.uri).hash.slice(1)), Math.min(shown, suggestions.length)]);

describe('the sample site built by Hugo, with the tool itself as its service', () => {
  test('shows related talks under each talk, the same when the service is asked', async () => {
    const page = await openPage(here.browser);
    await page.goto(here.site.origin + post);
    await scrollThrough(page);
    await page.waitForFunction(() => document.querySelector('recap-related').shadowRoot?.querySelector('li'));
    const places = await placesOn(page);
    assert.deepEqual(places.map(({ anchor, fallback }) => [decodeURIComponent(anchor), fallback]), suggested());
    assert.ok(places.filter(({ fallback }) => fallback > 0).length > 5);
    for (const place of places) {
      assert.deepEqual([place.under, place.shown], [place.anchor, place.fallback]);
    }
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('searches in its header', async () => {
    const page = await openPage(here.browser);
    await page.goto(here.site.origin + post);
    await page.locator('header').getByRole('combobox').fill('autoscalling');
    await page.getByRole('option').first().waitFor();
    await picture(page, 'hugo-tool');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test('does both without script', async () => {
    const page = await openPage(here.browser, { javaScriptEnabled: false });
    await page.goto(here.site.origin + post);
    const [anchor, count] = suggested().find(([, number]) => number > 0);
    assert.equal(await page.locator(`recap-related[anchor="${anchor}"]`).getByRole('link').count(), count);
    const box = page.locator('header').getByRole('searchbox');
    await box.fill('autoscaling');
    await Promise.all([page.waitForURL(`${here.server.origin}/?q=autoscaling`), box.press('Enter')]);
    assert.ok(await page.locator('.hits > li').count() > 0);
    await page.context().close();
  });
});
