import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertAccessible, picture, seen } from '../world/browser.mjs';
import { aWhile } from '../world/world.mjs';
import { samplePosts } from '../world/tool.mjs';
import { pages, world } from './world.mjs';

const here = world();
const field = (page) => page.getByRole('combobox', { name: 'Chercher un talk' });
// Years and order have options, too.
const options = (page) => page.locator('recap-search [role=option]');
const hits = (page) => page.locator('.hits h2');

describe('typing', () => {
  test('finds talks above the first answer, and leads to a talk', async () => {
    const page = await here.visit(pages.newest);
    const first = await hits(page).allTextContents();
    await field(page).pressSequentially('autosc', { delay: 20 });
    await options(page).first().waitFor();
    assert.deepEqual(await hits(page).allTextContents(), first);
    await picture(page, 'page-typing');
    await options(page).first().click();
    await page.waitForURL(/\/talks\//);
    assert.match(await page.getByRole('heading', { level: 1 }).textContent(), /Autoscal/);
    assert.deepEqual(page.faults, []);
  });

  test('keeps the words and the filters of the page on Enter', async () => {
    const page = await here.visit('/?q=autoscaling&topic=autoscaling&order=newest');
    assert.equal(await field(page).inputValue(), 'autoscaling');
    await field(page).fill('keda');
    await Promise.all([page.waitForURL(/q=keda/), field(page).press('Enter')]);
    const { searchParams } = new URL(page.url());
    assert.deepEqual([...searchParams], [['topic', 'autoscaling'], ['q', 'keda'], ['order', 'newest']]);
  });

  test('takes a typing error for what it is and says so', async () => {
    const page = await here.visit('/?q=kubernets');
    await page.getByText('Recherché comme').waitFor();
    await page.getByRole('link', { name: 'kubernetes', exact: true }).click();
    await page.waitForURL(/q=kubernetes/);
    assert.equal(await page.getByText('Recherché comme').count(), 0);
  });

  test('goes on without the service: the message is plain, the words stay, the form still there', async () => {
    const doomed = await here.serve('doomed', samplePosts);
    const page = await here.visit(pages.newest, {}, doomed.origin);
    await field(page).fill('auto');
    await options(page).first().waitFor();
    await doomed.stop();
    await field(page).pressSequentially('scaling');
    await page.getByText('La recherche ne répond pas').first().waitFor();
    assert.equal(await field(page).inputValue(), 'autoscaling');
    assert.equal(await page.locator('form#search input[name=q]').inputValue(), 'autoscaling');
    assert.equal(await page.locator('form#search').isVisible(), true);
    // What the browser itself says of a connection that is refused is not ours to say.
    assert.deepEqual(page.faults.filter((fault) => !/ERR_/.test(fault)), []);
    assert.equal(page.warnings.length, 1);
    await picture(page, 'page-away');
  });
});

describe('by keyboard alone', () => {
  test('the first key leads past the header, slash to the search, arrows and Enter to a talk', async () => {
    const page = await here.visit(pages.search);
    await page.keyboard.press('Tab');
    assert.equal(await page.getByRole('link', { name: 'Aller au contenu' }).evaluate((it) => it === document.activeElement), true);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
    await page.keyboard.press('/');
    assert.equal(await field(page).evaluate((it) => it.getRootNode().activeElement === it), true);
    await page.keyboard.type('cilium');
    await options(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL(/\/talks\//), page.keyboard.press('Enter')]);
  });

  test('a filter is chosen and taken back', async () => {
    const page = await here.visit(pages.search);
    const facet = page.locator('#refine a').first();
    await facet.focus();
    await Promise.all([page.waitForURL(/topic=/), page.keyboard.press('Enter')]);
    const chip = page.getByRole('link', { name: /^Enlever le filtre/ });
    assert.equal(await chip.count(), 1);
    assert.doesNotMatch(await chip.textContent(), /autoscaling$/, 'a topic goes by its name');
    await chip.focus();
    await Promise.all([page.waitForURL((url) => !url.searchParams.has('topic')), page.keyboard.press('Enter')]);
  });

  test('everything that has focus shows it', async () => {
    const page = await here.visit(pages.talk);
    for (let at = 0; at < 12; at++) {
      await page.keyboard.press('Tab');
      const shown = await page.evaluate(() => {
        const inner = document.activeElement.shadowRoot?.activeElement;
        const { outlineStyle } = getComputedStyle(inner?.parentElement ?? document.activeElement);
        return [document.activeElement.outerHTML.slice(0, 80), outlineStyle];
      });
      assert.notEqual(shown[1], 'none', shown[0]);
    }
  });
});

describe('without script', () => {
  const plain = { javaScriptEnabled: false };

  test('search, facets, pages, talk, related and topics all work', async () => {
    const page = await here.visit(pages.newest, plain);
    const box = page.locator('input[name=q]');
    await box.fill('ebpf');
    await Promise.all([page.waitForURL(/q=ebpf/), box.press('Enter')]);
    await Promise.all([page.waitForURL(/topic=/), page.locator('#refine a').first().click()]);
    await Promise.all([page.waitForURL(/\/talks\//), hits(page).first().getByRole('link').click()]);
    await Promise.all([page.waitForURL(/\/talks\//), page.locator('.related h3 a').first().click()]);
    await Promise.all([page.waitForURL(/\/topics/), page.getByRole('link', { name: 'Sujets', exact: true }).click()]);
    await Promise.all([page.waitForURL(/topic=.*from=/), page.locator('.counts td a').first().click()]);
    assert.ok(await hits(page).count() > 0);
  });

  test('years and order belong to the same form', async () => {
    const page = await here.visit('/?q=ebpf', plain);
    await page.getByText('Années et tri').click();
    await page.getByLabel('De l’année').fill('2025');
    await page.getByLabel('Trier par').selectOption('newest');
    await Promise.all([page.waitForURL(/from=2025/), page.getByRole('button', { name: 'Appliquer' }).click()]);
    assert.match(page.url(), /q=ebpf.*order=newest/);
  });
});

for (const [name, path] of Object.entries(pages)) {
  describe(`the page “${name}”`, () => {
    for (const scheme of ['light', 'dark']) {
      test(`is open to everyone, ${scheme}`, async () => {
        const page = await here.visit(path, { colorScheme: scheme, bypassCSP: true });
        await assertAccessible(page, `${name}, ${scheme}`);
        const [paper] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
        assert.equal(paper < 100, scheme === 'dark');
        await picture(page, `page-${name}-${scheme}`);
      });
    }

    test('moves nothing, breaks no policy, says nothing to the console', async () => {
      const page = await here.visit(path);
      await field(page).or(page.getByRole('combobox', { name: 'Search talks' })).fill('ebpf');
      await options(page).first().waitFor();
      await page.keyboard.press('Escape');
      await aWhile(page);
      const { shift, moved } = await seen(page);
      assert.equal(shift, 0, moved.join('\n'));
      assert.deepEqual(await page.evaluate(() => window.refused), []);
      // The browser notes the status of a page that is an error as an error.
      assert.deepEqual(page.faults.filter((fault) => !/status of 40[04]/.test(fault)), []);
      assert.deepEqual(page.warnings, []);
    });

    test('fits 320 pixels', async () => {
      const page = await here.visit(path, { viewport: { width: 320, height: 640 } });
      const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= screen, `${wide} > ${screen}`);
      await picture(page, `page-${name}-320`);
    });
  });
}
