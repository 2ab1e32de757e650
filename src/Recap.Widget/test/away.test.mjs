import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aWhile, world } from './world/world.mjs';

const here = world();
const form = '<form action="/page/" role="search"><input name="q" aria-label="Recherche du site"><button>Chercher</button></form>';
const search = `<recap-search endpoint="SERVICE">${form}</recap-search>`;
const related = '<recap-related endpoint="SERVICE"><ul><li>Construit hier</li></ul></recap-related>';
const field = (page) => page.getByRole('combobox');
const message = (page) => page.locator('[part=notice]');
const ours = (page) => page.warnings.filter((warning) => warning.startsWith('recap:'));

describe('without JavaScript', () => {
  test('the plain form and the list written at build time stand', async () => {
    const page = await here.visit(search + related, { browser: { javaScriptEnabled: false } });
    assert.equal(await page.getByLabel('Recherche du site').isVisible(), true);
    assert.equal(await page.getByText('Construit hier').isVisible(), true);
    await page.getByLabel('Recherche du site').fill('ebpf');
    await page.getByRole('button', { name: 'Chercher' }).click();
    assert.match(page.url(), /\?q=ebpf$/);
    assert.equal(here.service.asked.length, 0);
  });
});

describe('service away', () => {
  test('related talks leave the page’s own list, with one warning for all of them', async () => {
    await here.service.stop();
    const page = await here.visit(`${related}${related}${related.replace('SERVICE"', 'SERVICE" limit="2"')}`);
    await aWhile(page);
    assert.equal(await page.getByText('Construit hier').first().isVisible(), true);
    assert.deepEqual(ours(page), [`recap: no answer from ${here.service.origin}`]);
  });

  test('related talks without a list show nothing', async () => {
    await here.service.stop();
    const page = await here.visit('<recap-related endpoint="SERVICE"></recap-related>');
    await aWhile(page);
    assert.equal(await page.locator('recap-related').innerText(), '');
    assert.deepEqual(ours(page).length, 1);
  });

  test('a page that is no post shows nothing and says nothing', async () => {
    here.service.state.status = 404;
    const page = await here.visit('<recap-related endpoint="SERVICE"></recap-related>');
    await aWhile(page);
    assert.equal(await page.locator('recap-related').innerText(), '');
    assert.deepEqual(ours(page), []);
  });

  test('stopped while one types: a plain message and the site’s form, in which one can go on', async () => {
    const page = await here.visit(search);
    await field(page).pressSequentially('kar');
    await page.getByRole('option').first().waitFor();
    await here.service.stop();
    await field(page).pressSequentially('pen', { delay: 120 });
    await message(page).getByText('La recherche ne répond pas').waitFor();
    assert.equal(await page.getByRole('option').count(), 0);
    assert.equal(await field(page).getAttribute('aria-expanded'), 'false');
    assert.equal(ours(page).length, 1);
    await page.getByLabel('Recherche du site').fill('karpenter');
    assert.equal(await page.getByLabel('Recherche du site').isVisible(), true);
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.waitForURL(/\?q=karpenter$/);
  });

  test('back again: the next key finds', async () => {
    const page = await here.visit(search);
    here.service.state.status = 503;
    await field(page).fill('karp');
    await message(page).getByText('La recherche ne répond pas').waitFor();
    here.service.state.status = 200;
    await field(page).fill('karpenter');
    await page.getByRole('option').first().waitFor();
    assert.equal(await message(page).isVisible(), false);
    assert.equal(await page.getByLabel('Recherche du site').isVisible(), false);
  });

  test('silent: the message comes after five seconds', async () => {
    here.service.state.silent = true;
    const page = await here.visit(search);
    const asked = page.waitForRequest(/talks:search/);
    await field(page).fill('karpenter');
    await asked;
    const before = await page.evaluate(() => performance.now());
    await message(page).getByText('La recherche ne répond pas').waitFor();
    const waited = await page.evaluate(() => performance.now()) - before;
    assert.ok(waited > 4500 && waited < 7000, `${waited}`);
  });

  for (const [name, answer] of [['no JSON object', 'text'], ['nothing', null], ['odd types', { hits: 3, groups: 'x' }], ['holes', { hits: [null], groups: [null] }]]) {
    test(`an answer of ${name} is as good as none`, async () => {
      here.service.state.answer = { 'talks:search': () => answer, 'talks:related': () => answer };
      const page = await here.visit(search + related);
      await field(page).fill('karpenter');
      await message(page).waitFor();
      assert.match(await message(page).textContent(), /La recherche ne répond pas|Aucun talk/);
      assert.deepEqual(page.faults, []);
    });
  }

  test('a page token that the index outlived starts the search anew', async () => {
    const page = await here.visit('<recap-search endpoint="SERVICE" limit="2"></recap-search>');
    await field(page).fill('20');
    const more = page.getByRole('button', { name: 'Plus de talks' });
    await more.waitFor();
    const requests = [];
    page.on('request', (request) => requests.push(new URL(request.url()).searchParams.get('pageToken')));
    await page.route(/pageToken/, (route) => route.fulfill({ status: 400, headers: { 'access-control-allow-origin': '*' }, body: '{}' }));
    await more.click();
    await page.waitForFunction(() => window.seen.events.filter(({ name }) => name === 'recap-results').length === 2);
    assert.deepEqual(requests.slice(0, 2), ['2', null]);
    assert.equal(await page.getByRole('option').count(), 2);
  });
});
