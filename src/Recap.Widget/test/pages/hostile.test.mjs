import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { picture } from '../world/browser.mjs';
import { world } from './world.mjs';

const here = world();

const post = `---
title: "Jour 1 <img src=x onerror=window.hacked=1>"
date: 2024-03-19
---

## \u202Egpj.exe\u202C pirate <img src=x onerror=window.hacked=1> par <script>window.hacked=1</script>

**Speakers** : Awa "><svg onload=window.hacked=1> Ndiaye (javascript:window.hacked=1)

Le pirate écrit </script><script>window.hacked=1</script> et <b onclick="window.hacked=1">gras</b>, avec eBPF et Cilium.

- [la vidéo](javascript:window.hacked=1)
- [les slides](data:text/html,<script>window.hacked=1</script>)
- [le code](https://code.example/"onmouseover="window.hacked=1)

## Un autre pirate : \u2066isolé\u2069 eBPF

Encore eBPF et Cilium, \`<script>window.hacked=1</script>\`.
`;

describe('hostile posts', () => {
  let origin;

  before(async () => {
    const folder = join(here.work.folder, 'hostile-posts');
    await mkdir(folder);
    await writeFile(join(folder, 'jour-1.md'), post);
    ({ origin } = await here.serve('hostile', folder));
  });

  async function assertInert(page) {
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    const foreign = await page.evaluate(() => {
      const within = (root) => [...root.querySelectorAll('*')].flatMap((it) => [it, ...(it.shadowRoot ? within(it.shadowRoot) : [])]);
      return within(document).filter((it) => it.matches('img, iframe, main script, main svg')
        || [...it.attributes].some(({ name }) => name.startsWith('on'))
        || (it.href && !/^https?:/.test(it.href.baseVal ?? it.href))).map((it) => it.outerHTML.slice(0, 120));
    });
    assert.deepEqual(foreign, []);
    assert.deepEqual(await page.evaluate(() => window.refused), []);
    assert.deepEqual(page.faults, []);
  }

  test('are text on the search page, and while typing', async () => {
    const page = await here.visit('/?q=pirate', {}, origin);
    assert.ok(await page.locator('.hits > li').count() > 0);
    await page.getByRole('combobox', { name: 'Chercher un talk' }).fill('pirate <img src=x onerror=window.hacked=1>');
    await page.locator('recap-search [role=option]').first().waitFor();
    await assertInert(page);
    assert.doesNotMatch(await page.title(), /[\u202A-\u202E\u2066-\u2069]/);
    await picture(page, 'page-hostile');
  });

  test('are text on their own pages', async () => {
    const page = await here.visit('/?q=pirate', {}, origin);
    const talks = await page.locator('.hits h2 a').evaluateAll((links) => links.map((link) => link.href));
    for (const talk of talks) {
      await page.goto(talk);
      await assertInert(page);
      assert.doesNotMatch(await page.title(), /[\u202A-\u202E\u2066-\u2069]/);
      assert.equal(await page.getByRole('heading', { level: 1 }).locator('bdi').count(), 1);
    }
  });

  test('cannot be smuggled in by an address', async () => {
    const attack = encodeURIComponent('"><script>window.hacked=1</script>');
    for (const path of [`/?q=${attack}`, `/?topic=${attack}&event=${attack}&speaker=${attack}`, `/?lang=${attack}`, `/talks/${attack}`, `/?order=${attack}`, `/${attack}`]) {
      const page = await here.visit(path, {}, origin);
      page.faults = page.faults.filter((fault) => !/status of 40[04]/.test(fault));
      await assertInert(page);
      await page.context().close();
    }
  });
});
