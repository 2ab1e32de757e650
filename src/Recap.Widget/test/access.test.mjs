import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertAccessible, picture } from './world/browser.mjs';
import { aWhile, world } from './world/world.mjs';

const here = world();
const element = '<recap-search endpoint="SERVICE"></recap-search>';
const search = `<main><h1>Carnet</h1>${element}</main>`;
const related = '<main><h1>Jour 1</h1><h2 id="karpenter-in-anger">Karpenter</h2><recap-related endpoint="SERVICE" anchor="auto"></recap-related>'
  + '<h2 id="beyond-cpu">KEDA</h2><recap-related endpoint="SERVICE" anchor="auto"></recap-related></main>';
const field = (page) => page.getByRole('combobox');
const options = (page) => page.getByRole('option');

const schemes = {
  'in light': { browser: {} },
  'in the dark that the system prefers': { browser: { colorScheme: 'dark' }, css: ':root { color-scheme: light dark; }' },
  'in the dark of the page': { css: ':root { color-scheme: dark; }' },
  'in the dark of a page that declares none': { browser: { colorScheme: 'dark' }, css: 'body { background: #111; color: #eee; }' },
  'with more contrast': { browser: { forcedColors: 'active' } },
};

for (const [name, options_] of Object.entries(schemes)) {
  describe(`axe finds nothing ${name}`, () => {
    test('in the search: closed, open, filtered, empty, away', async () => {
      const page = await here.visit(search, options_);
      await assertAccessible(page, 'closed');
      await field(page).fill('autoscaling');
      await page.getByRole('button', { name: 'autoscaling cilium' }).waitFor();
      await assertAccessible(page, 'open');
      await field(page).press('ArrowDown');
      await page.getByText('Filtrer').click();
      await page.getByRole('button', { name: /Cime Conf/ }).click();
      await page.getByText('Filtrer (1)').waitFor();
      await assertAccessible(page, 'filtered');
      await picture(page, `search ${name}`);
      await field(page).fill('zzz');
      await page.getByText('Aucun talk').first().waitFor();
      await assertAccessible(page, 'empty');
      here.service.state.status = 500;
      await field(page).fill('zzzz');
      await page.getByText('La recherche ne répond pas').first().waitFor();
      await assertAccessible(page, 'away');
      await picture(page, `search away ${name}`);
    });

    test('in related talks', async () => {
      const page = await here.visit(related, options_);
      await page.getByRole('listitem').nth(7).waitFor();
      await assertAccessible(page, 'related');
      await picture(page, `related ${name}`);
    });

    test('in the dialog', async () => {
      const page = await here.visit(search.replace('SERVICE"', 'SERVICE" mode="dialog"'), options_);
      await assertAccessible(page, 'closed');
      await page.keyboard.press('/');
      await field(page).fill('cilium');
      await options(page).first().waitFor();
      await assertAccessible(page, 'open');
      await picture(page, `dialog ${name}`);
    });
  });
}

test('axe finds nothing where several of each are on a page, and each searches for itself', async () => {
  const several = search.replace('</main>', `${element}<recap-search endpoint="SERVICE" source="journal" mode="dialog" shortcuts="none"></recap-search>${related.replace(/<main>.*?<\/h1>|<\/main>/g, '')}</main>`);
  const page = await here.visit(several);
  await page.getByRole('listitem').nth(7).waitFor();
  await field(page).nth(0).fill('cilium');
  await options(page).nth(1).waitFor();
  await field(page).nth(1).fill('kafka');
  await page.getByRole('status').getByText('1 talk pour « kafka »').waitFor();
  assert.equal(await options(page).filter({ visible: true }).count(), 1);
  assert.equal(await field(page).nth(0).inputValue(), 'cilium');
  await assertAccessible(page, 'several');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rechercher un talk' }).click();
  await field(page).nth(2).fill('ebpf');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await assertAccessible(page, 'several, dialog open');
  assert.deepEqual(here.service.of('talks:search').map(({ parameters }) => parameters.get('filter.sources')), [null, null, 'journal']);
  assert.equal(here.service.of('talks:related').length, 1);
});

test('the theme attribute wins over page and system', async () => {
  const page = await here.visit(search.replace('SERVICE"', 'SERVICE" theme="light"'), { browser: { colorScheme: 'dark' }, css: ':root { color-scheme: dark; }' });
  await field(page).fill('cilium');
  await options(page).first().waitFor();
  assert.equal(await page.locator('[part=panel]').evaluate((panel) => getComputedStyle(panel).backgroundColor), 'rgb(255, 255, 255)');
  await assertAccessible(page, 'light in the dark');
});

describe('what is spoken', () => {
  const spoken = (page) => page.evaluate(() => {
    const region = document.querySelector('recap-search').shadowRoot.querySelector('[role=status]');
    window.said = [];
    new MutationObserver(() => window.said.push([performance.now(), region.textContent])).observe(region, { childList: true });
  });

  test('the count, politely, at most once a second; what was typed last wins', async () => {
    const page = await here.visit(search);
    await spoken(page);
    for (const query of ['cilium', 'kafka', 'zzz', 'autoscaling']) {
      await field(page).fill(query);
      await page.waitForTimeout(200);
    }
    await page.waitForFunction(() => window.said.at(-1)?.[1] === '3 talks pour «\u00A0autoscaling\u00A0»');
    const said = await page.evaluate(() => window.said);
    assert.equal(said[0][1], '2 talks pour «\u00A0cilium\u00A0»');
    assert.ok(said.slice(1).every(([time], at) => time - said[at][0] >= 990), JSON.stringify(said));
    const region = page.getByRole('status');
    assert.deepEqual([await region.getAttribute('aria-live'), await region.getAttribute('aria-atomic')], ['polite', 'true']);
  });

  test('one is singular, a total that is not exact says so', async () => {
    const page = await here.visit(search);
    await field(page).fill('kafka');
    await page.getByRole('status').getByText('1 talk pour « kafka »').waitFor();
    here.service.state.answer['talks:search'] = { hits: [{ talk: { name: 'talks/a', title: 'A' } }], totalSize: 10000 };
    await field(page).fill('go');
    await page.getByRole('status').getByText('Au moins 10000 talks pour « go »').waitFor();
  });

  test('a related talk is named by its title and described by speakers, event and reason', async () => {
    const page = await here.visit(related);
    await page.getByRole('listitem').nth(7).waitFor();
    const region = page.getByRole('region', { name: 'À lire ensuite après « Karpenter in Anger: Consolidation Without Tears »' });
    const link = region.getByRole('link', { name: 'eBPF Everywhere, Even Where You Did Not Ask', exact: true });
    assert.equal(await link.getAttribute('aria-describedby'), 'about-1');
    assert.match(await region.locator('#about-1').textContent(),
      /^Awa Lindqvist \(Brise-Lames\) · NativeHarbor 2025\. le même talk, raconté ailleurs · aussi par Awa Lindqvist$/);
  });
});

describe('every screen', () => {
  for (const width of [280, 320, 1000]) {
    test(`${width} px: no sideways scroll, the panel on the screen, targets of 24 px`, async () => {
      const page = await here.visit(`<div style="float:right;inline-size:40%">${element}</div>${related}`, { browser: { viewport: { width, height: 640 } } });
      await field(page).fill('20');
      await page.getByText('Filtrer').click();
      await page.getByRole('listitem').nth(7).waitFor();
      const { scroll, screen, panel } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        screen: document.documentElement.clientWidth,
        panel: document.querySelector('recap-search').shadowRoot.querySelector('[part=panel]').getBoundingClientRect().toJSON(),
      }));
      assert.ok(scroll <= screen, `${scroll} > ${screen}`);
      assert.ok(panel.left >= 0 && panel.right <= screen, JSON.stringify(panel));
      for (const target of await page.locator('recap-search button, recap-search summary, recap-search [role=option], recap-related a').all()) {
        const box = await target.boundingBox();
        assert.ok(!box || box.height >= 24, await target.textContent());
      }
      await picture(page, `at ${width} px`);
    });
  }

  test('text at 200 % stays on a screen of 640 px', async () => {
    const page = await here.visit(search + related, { browser: { viewport: { width: 640, height: 800 } }, css: ':root { font-size: 200%; }' });
    await field(page).fill('autoscaling');
    await options(page).first().waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  });

  test('nothing is animated for who wants less motion', async () => {
    const page = await here.visit(search, { browser: { reducedMotion: 'reduce' } });
    here.service.state.delay = 300;
    await field(page).fill('cilium');
    await page.waitForRequest(/talks:search/);
    await aWhile(page);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    const moving = await page.locator('[part=list]').evaluate((list) => getComputedStyle(list).transitionDuration);
    assert.equal(moving, '0s');
  });
});

describe('languages', () => {
  test('the nearest lang chooses the words', async () => {
    const page = await here.visit(`<div lang="en-GB">${search}</div>`);
    assert.equal(await field(page).getAttribute('placeholder'), 'Search talks…');
    await field(page).fill('zzz');
    await page.getByText('No talk for “zzz”').first().waitFor();
  });

  test('each word can be the page’s own', async () => {
    const page = await here.visit('<recap-search lang="en" endpoint="SERVICE" text-placeholder="Chercher ici" text-count-one="Trouvé : {n}"></recap-search>');
    assert.equal(await field(page).getAttribute('placeholder'), 'Chercher ici');
    await field(page).fill('kafka');
    await page.getByRole('status').getByText('Trouvé : 1').waitFor();
  });
});
