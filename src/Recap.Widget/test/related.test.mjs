import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { picture, seen } from './world/browser.mjs';
import { aWhile, world } from './world/world.mjs';

const here = world();
const canonical = '<link rel="canonical" href="https://carnet.example/posts/jour-1/?utm=x#y">';
const items = (page) => page.getByRole('listitem');
const titles = (page, nth = 0) => page.locator('recap-related').nth(nth).getByRole('link').allTextContents();
const ids = ['karpenter-in-anger', 'beyond-cpu', 'ebpf-everywhere'];
const underEach = ids.map((id) => `<h2 id="${id}">${id}</h2><p>…</p><recap-related endpoint="SERVICE" anchor="auto"></recap-related>`).join('');
const far = '<div class="far"></div>';
const css = '.far { block-size: 4000px }';

describe('asking', () => {
  test('one request for all the talks of a page, of its canonical address', async () => {
    const page = await here.visit(underEach, { head: canonical });
    await items(page).nth(11).waitFor();
    assert.equal(here.service.asked.length, 1);
    const [{ parameters, verb }] = here.service.of('talks:related');
    assert.equal(verb, 'GET');
    assert.deepEqual([...parameters], [['postUri', 'https://carnet.example/posts/jour-1/'], ['limit', '4']]);
    assert.deepEqual(page.faults, []);
  });

  test('one element on a page: one request in all, without a preflight', async () => {
    const page = await here.visit('<recap-related endpoint="SERVICE"></recap-related>', { head: canonical });
    await items(page).first().waitFor();
    await aWhile(page);
    assert.deepEqual(here.service.asked.map(({ verb, method }) => `${verb} ${method}`), ['GET talks:related']);
  });

  test('the most that any element shows is asked for', async () => {
    const page = await here.visit(underEach.replace('SERVICE"', 'SERVICE" limit="2"') + '<recap-related endpoint="SERVICE" limit="6"></recap-related>');
    await items(page).nth(13).waitFor();
    assert.equal(here.service.asked.length, 1);
    assert.equal(here.service.asked[0].parameters.get('limit'), '6');
    assert.equal((await titles(page)).length, 2);
  });

  test('nothing before the list comes near the screen', async () => {
    const page = await here.visit(`${far}${underEach}`, { css });
    await aWhile(page);
    assert.equal(here.service.asked.length, 0);
    await page.evaluate(() => window.scrollTo(0, 2700));
    await items(page).nth(3).waitFor({ state: 'attached' });
    assert.equal(here.service.asked.length, 1);
  });

  test('the page’s own address where none is canonical, without query and fragment', async () => {
    const page = await here.visit('<recap-related endpoint="SERVICE"></recap-related>');
    await items(page).first().waitFor();
    assert.equal(here.service.asked[0].parameters.get('postUri'), `${here.site.origin}/page/`);
  });

  test('an address, a talk, sources and topics as given', async () => {
    const page = await here.visit(`<recap-related endpoint="SERVICE" post-url="/posts/caf%C3%A9/?x" source="carnet" topics="ebpf"></recap-related>
      <recap-related endpoint="SERVICE" talk="talks/jour-1~beyond-cpu" limit="1"></recap-related>`);
    await page.waitForFunction(() => window.seen.events.length === 2);
    const asked = here.service.asked.map(({ parameters }) => [...parameters]);
    assert.deepEqual(asked.sort((left, right) => right.length - left.length), [
      [['postUri', `${here.site.origin}/posts/caf%C3%A9/`], ['filter.sources', 'carnet'], ['filter.topics', 'ebpf'], ['limit', '4']],
      [['talk', 'talks/jour-1~beyond-cpu'], ['limit', '1']],
    ]);
  });

  test('talks named together with their post share the request for the post', async () => {
    const of = (id) => `<recap-related endpoint="SERVICE" post-url="/p/" talk="talks/jour-1~${id}"></recap-related>`;
    const page = await here.visit(of('karpenter-in-anger') + of('beyond-cpu'));
    await items(page).nth(7).waitFor();
    assert.equal(here.service.asked.length, 1);
    assert.doesNotMatch((await titles(page, 1)).join(), /Beyond CPU/);
  });

  test('another talk is asked for when the attribute changes', async () => {
    const page = await here.visit('<recap-related endpoint="SERVICE" talk="talks/jour-1~beyond-cpu"></recap-related>');
    await items(page).first().waitFor();
    await page.evaluate(() => document.querySelector('recap-related').setAttribute('talk', 'talks/jour-1~karpenter-in-anger'));
    await page.getByRole('link', { name: /^Beyond/ }).waitFor();
    assert.equal(here.service.asked.length, 2);
  });

  test('in English reasons are asked for in English', async () => {
    const page = await here.visit('<recap-related endpoint="SERVICE" lang="en"></recap-related>');
    await items(page).first().waitFor();
    assert.equal(here.service.asked[0].parameters.get('languageCode'), 'en');
    assert.match(await items(page).first().textContent(), /in common: sondes|same series|same technology/);
  });

  test('every kind of reason is told, and one that is not known left out', async () => {
    const page = await here.visit(underEach, { head: canonical });
    await items(page).nth(11).waitFor();
    const told = (await page.locator('recap-related').first().locator('[part=reason]').allTextContents()).join('\n').replaceAll('\u00A0', ' ');
    for (const reason of ['même technologie : eBPF, Cilium', 'même sujet : réseau', 'aussi par Awa Lindqvist', 'mots en commun : sondes, noyau', 'idées voisines : énergie, watts']) {
      assert.ok(told.includes(reason), `${reason} is not in ${told}`);
    }
    assert.doesNotMatch(told, /tomorrow/);
  });

  test('without an endpoint it asks where the script came from', async () => {
    const page = await here.visit('<recap-related></recap-related>');
    const request = await page.waitForRequest(/talks:related/).catch(() => undefined);
    assert.ok(request === undefined || request.url().startsWith(`${here.site.origin}/v1/talks:related`));
    assert.equal(here.service.asked.length, 0);
  });
});

describe('showing', () => {
  test('title, speakers, event, reason, and a link to the anchor', async () => {
    const page = await here.visit(underEach, { head: canonical });
    const item = items(page).first();
    await item.waitFor();
    const link = item.getByRole('link');
    assert.equal(await link.textContent(), 'Beyond CPU: Scaling on What Your Users Feel with KEDA');
    assert.equal(await link.getAttribute('href'), 'https://carnet.example/posts/jour-1/#beyond-cpu');
    assert.equal(await item.locator('[part=meta]').textContent(), 'Solal Bredin (Girouette) · NativeHarbor 2025');
    assert.equal(await item.locator('[part=reason]').textContent(), 'même technologie\u00A0: eBPF, Cilium · même sujet\u00A0: réseau');
    await picture(page, 'related');
  });

  test('under each talk what is related to that talk', async () => {
    const page = await here.visit(underEach);
    await items(page).nth(11).waitFor();
    assert.doesNotMatch((await titles(page, 0)).join(), /Karpenter in Anger/);
    assert.match((await titles(page, 1))[0], /Karpenter in Anger/);
  });

  for (const [written, anchor] of [['%C3%A9lan', 'élan'], ['élan', '%c3%a9lan'], ['e%CC%81lan', 'Élan'], ['100%', '100%']]) {
    test(`the anchor #${written} is that of ${anchor}`, async () => {
      here.service.state.answer['talks:related'] = {
        groups: [{ about: { name: 'talks/x', title: 'X', uri: `https://a.example/#${written}` }, suggestions: [{ talk: { name: 'talks/y', title: 'Y' } }] },
          { about: { name: 'talks/z', uri: 'https://a.example/#z' } }],
      };
      const page = await here.visit(`<recap-related endpoint="SERVICE" anchor="${anchor}"></recap-related>`);
      await items(page).first().waitFor();
      assert.deepEqual(await titles(page), ['Y']);
    });
  }

  test('for a whole page the best of all its talks, each once, none of its own', async () => {
    const page = await here.visit('<recap-related endpoint="SERVICE" limit="8"></recap-related>');
    await items(page).first().waitFor();
    const shown = await titles(page);
    assert.equal(new Set(shown).size, shown.length);
    assert.equal(shown.length, 5);
    assert.doesNotMatch(shown.join(), /Karpenter|Beyond|eBPF Everywhere/);
  });

  test('nothing, without padding, where no talk is close', async () => {
    here.service.state.answer['talks:related'] = { groups: [{ about: { name: 'talks/a' }, suggestions: [], emptyReason: 'EMPTY_REASON_NO_CLOSE_TALK' }] };
    const page = await here.visit('<recap-related endpoint="SERVICE"><p>Construit hier</p></recap-related>');
    await page.waitForFunction(() => window.seen.events.length === 1);
    assert.equal(await page.locator('recap-related').evaluate((it) => it.shadowRoot.querySelectorAll('li, slot').length), 0);
    assert.equal((await seen(page)).events[0].total, 0);
  });

  test('the list written at build time makes way for a better one', async () => {
    const page = await here.visit('<recap-related endpoint="SERVICE"><ul><li>Construit hier</li></ul></recap-related>');
    await page.locator('recap-related').getByRole('link').first().waitFor();
    await page.getByText('Construit hier').waitFor({ state: 'hidden' });
  });

  test('a post that the service does not know keeps its own list', async () => {
    here.service.state.answer['talks:related'] = { groups: [] };
    const page = await here.visit('<recap-related endpoint="SERVICE"><ul><li>Construit hier</li></ul></recap-related>');
    await aWhile(page);
    assert.equal(await page.getByText('Construit hier').isVisible(), true);
  });

  test('the page hears what is opened', async () => {
    const page = await here.visit('<recap-related endpoint="SERVICE" talk="talks/jour-1~beyond-cpu"></recap-related>');
    await items(page).first().waitFor();
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
    await page.getByRole('link').first().click();
    const { events } = await seen(page);
    assert.deepEqual(events.map(({ name, source, total, talk }) => [name, source, total ?? talk]), [
      ['recap-results', 'related', 4], ['recap-open', 'related', 'talks/jour-1~karpenter-in-anger']]);
  });

  test('what is suggested is marked as no content of the page', async () => {
    const page = await here.visit(underEach);
    await items(page).first().waitFor();
    const marked = await page.locator('recap-related').first().evaluate((it) =>
      [it.hasAttribute('data-pagefind-ignore'), it.shadowRoot.querySelector('section').hasAttribute('data-nosnippet')]);
    assert.deepEqual(marked, [true, true]);
  });

  test('the file with the related talks alone is enough, also beside the other', async () => {
    const page = await here.visit(underEach, { script: 'recap-related.js' });
    await items(page).first().waitFor();
    const both = await here.visit(underEach, { script: 'recap-related.js', head: '<script type="module" src="/widget/recap.js"></script>' });
    await items(both).first().waitFor();
    assert.deepEqual(both.faults, []);
    assert.deepEqual(await both.evaluate(() => Object.keys(window).filter((name) => /recap/i.test(name))), []);
  });
});
