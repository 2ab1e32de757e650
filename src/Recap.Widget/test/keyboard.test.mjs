import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seen } from './world/browser.mjs';
import { aWhile, world } from './world/world.mjs';

const here = world();
const search = '<recap-search endpoint="SERVICE"></recap-search>';
const field = (page) => page.getByRole('combobox');
const options = (page) => page.getByRole('option');
const active = (page) => field(page).getAttribute('aria-activedescendant');
const focused = (page) => page.evaluate(() => {
  const deep = (root) => (root.activeElement?.shadowRoot ? deep(root.activeElement.shadowRoot) : root.activeElement);
  return deep(document)?.getAttribute('part') ?? deep(document)?.id;
});

async function typed(page, words) {
  await field(page).focus();
  await page.keyboard.type(words);
  await options(page).first().waitFor();
}

describe('arrows', () => {
  test('no option is active before the first ArrowDown, which goes to the first talk', async () => {
    const page = await here.visit(search);
    await typed(page, 'autoscaling');
    await page.getByRole('button', { name: 'autoscaling cilium' }).waitFor();
    assert.equal(await active(page), null);
    assert.equal(await field(page).getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 'option-0');
    assert.equal(await options(page).first().getAttribute('aria-selected'), 'true');
    assert.match(await options(page).first().textContent(), /Karpenter/);
    assert.equal(await focused(page), 'field');
  });

  test('they run through the talks and past the ends back into the text', async () => {
    const page = await here.visit(search);
    await typed(page, 'cilium');
    const path = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      path.push(await active(page));
    }
    assert.deepEqual(path, ['option-0', 'option-1', null, 'option-1', 'option-0', null]);
  });

  test('Home and End stay in the text, and typing on lets go of the option', async () => {
    const page = await here.visit(search);
    await typed(page, 'cilium');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    assert.equal(await field(page).evaluate((input) => input.selectionStart), 0);
    await page.keyboard.press('End');
    await page.keyboard.type(' sea');
    await page.waitForFunction(() => window.seen.events.filter(({ name }) => name === 'recap-results').length === 2);
    assert.equal(await active(page), null);
  });
});

describe('Enter', () => {
  const inSite = (service) => {
    service.state.answer['talks:search'] = () => ({
      hits: [{ talk: { name: 'talks/a~b', title: 'Here', uri: `${here.site.origin}/page/?opened#b` } }], totalSize: 1, totalSizeExact: true,
    });
  };

  test('opens the active talk', async () => {
    inSite(here.service);
    const page = await here.visit(search);
    await typed(page, 'here');
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL(/\?opened#b$/), page.keyboard.press('Enter')]);
  });

  for (const modifier of ['Shift', 'Control', 'Meta']) {
    test(`with ${modifier} opens it in a new tab`, async () => {
      inSite(here.service);
      const page = await here.visit(search);
      await typed(page, 'here');
      await page.keyboard.press('ArrowDown');
      const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press(`${modifier}+Enter`)]);
      await tab.waitForURL(/\?opened#b$/);
      assert.doesNotMatch(page.url(), /opened/);
      assert.equal((await seen(page)).events.at(-1).name, 'recap-open');
    });
  }

  test('with no talk active and no search page searches at once, however short the text', async () => {
    const page = await here.visit(search);
    await field(page).focus();
    await page.keyboard.type('k');
    await aWhile(page);
    assert.equal(here.service.asked.length, 0);
    await page.keyboard.press('Enter');
    await options(page).first().waitFor();
  });
});

describe('Escape and Tab', () => {
  test('Escape closes, then clears, then leads back to where the shortcut was pressed', async () => {
    const page = await here.visit(`<button id="before">Avant</button>${search}`);
    await page.locator('#before').focus();
    await page.keyboard.press('/');
    await typed(page, 'cilium');
    await page.keyboard.press('Escape');
    assert.deepEqual([await field(page).getAttribute('aria-expanded'), await field(page).inputValue()], ['false', 'cilium']);
    await page.keyboard.press('Escape');
    assert.equal(await field(page).inputValue(), '');
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'before');
  });

  test('Tab goes through what stands beside the talks and then leaves, which closes', async () => {
    const page = await here.visit(`${search}<a id="after" href="#">Après</a>`);
    await typed(page, 'karpenter');
    await page.getByRole('button', { name: 'karpenter cilium' }).waitFor();
    const path = [];
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('Tab');
      path.push(await focused(page));
    }
    assert.deepEqual(path, ['filters', 'suggestion', 'suggestion', 'after']);
    await page.waitForFunction(() => document.querySelector('recap-search').shadowRoot.querySelector('[part=panel]').hidden);
  });

  test('an answer that comes after one has left opens nothing', async () => {
    here.service.state.delay = 500;
    const page = await here.visit(`${search}<a id="after" href="#">Après</a>`);
    await field(page).focus();
    await page.keyboard.type('karpenter');
    await page.waitForRequest(/talks:search/);
    await page.keyboard.press('Tab');
    await page.waitForTimeout(900);
    assert.equal(await options(page).count(), 0);
    assert.equal(await focused(page), 'after');
    assert.deepEqual(page.faults, []);
  });

  test('facets work by keyboard and keep the focus', async () => {
    const page = await here.visit(search);
    await typed(page, '20');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => window.seen.events.filter(({ name }) => name === 'recap-results').length === 2);
    await aWhile(page);
    assert.equal(await focused(page), 'facet-value');
    assert.equal(await options(page).first().isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'field');
  });
});

describe('shortcuts', () => {
  for (const key of ['/', 'Control+k', 'Meta+k']) {
    test(`${key} opens`, async () => {
      const page = await here.visit(search);
      await page.keyboard.press(key);
      assert.equal(await focused(page), 'field');
      assert.equal(await field(page).inputValue(), '');
      assert.equal(await field(page).getAttribute('aria-keyshortcuts'), '/ Control+K Meta+K');
    });
  }

  test('inside a field they are characters', async () => {
    const page = await here.visit(`<label>Nom <input id="name"></label>${search}`);
    await page.locator('#name').focus();
    await page.keyboard.type('a/b');
    assert.equal(await page.locator('#name').inputValue(), 'a/b');
  });

  test('they can be others, or none', async () => {
    const page = await here.visit('<recap-search endpoint="SERVICE" shortcuts="s"></recap-search>');
    await page.keyboard.press('/');
    assert.equal(await focused(page), '');
    await page.keyboard.press('s');
    assert.equal(await focused(page), 'field');
    const other = await here.visit('<recap-search endpoint="SERVICE" shortcuts="none"></recap-search>');
    await other.keyboard.press('/');
    assert.equal(await focused(other), '');
  });

  test('of two searches on a page the first answers', async () => {
    const page = await here.visit(search + search);
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement === document.querySelector('recap-search')), true);
  });
});

describe('in a dialog', () => {
  const dialog = '<recap-search endpoint="SERVICE" mode="dialog"></recap-search>';

  test('a button opens it, Escape closes it, focus returns to the button', async () => {
    const page = await here.visit(dialog);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await typed(page, 'cilium');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 'option-0');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('recap-search').shadowRoot.querySelector('dialog').open);
    assert.equal(await focused(page), 'opener');
  });

  test('the shortcut opens it too', async () => {
    const page = await here.visit(dialog);
    await page.keyboard.press('/');
    assert.equal(await focused(page), 'field');
  });
});
