import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { picture, seen } from './world/browser.mjs';
import { aWhile, world } from './world/world.mjs';

const here = world();
const search = '<recap-search endpoint="SERVICE"></recap-search>';
const field = (page) => page.getByRole('combobox');
const options = (page) => page.getByRole('option');

describe('typing', () => {
  test('finds talks while one types, with what matched marked', async () => {
    const page = await here.visit(search);
    await field(page).pressSequentially('autosc', { delay: 10 });
    await options(page).first().waitFor();
    assert.equal(await options(page).count(), 3);
    assert.deepEqual(await page.locator('[part=title] mark').allTextContents(), ['autoscaling']);
    assert.match(await options(page).first().textContent(), /Maëlle Kerguénou \(Halyard Commerce\) · NativeHarbor 2025/);
    assert.equal(await options(page).first().getAttribute('href'), 'https://carnet.example/posts/jour-1/#karpenter-in-anger');
    assert.deepEqual(page.faults, []);
    await picture(page, 'search-open');
  });

  test('asks nothing before the field has words, and once after a burst of keys', async () => {
    const page = await here.visit(search);
    await aWhile(page);
    assert.equal(here.service.asked.length, 0);
    await field(page).focus();
    await aWhile(page);
    assert.equal(here.service.asked.length, 0);
    // In one go: keys pressed from outside come as late as the machine is busy.
    await field(page).evaluate((input) => [...'karpenter'].forEach((character) => {
      input.value += character;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }));
    await options(page).first().waitFor();
    await aWhile(page);
    assert.equal(here.service.of('talks:search').length, 1);
    const [{ verb, parameters, headers }] = here.service.of('talks:search');
    assert.deepEqual([verb, parameters.get('query'), parameters.get('pageSize')], ['GET', 'karpenter', '8']);
    assert.equal(headers.cookie, undefined);
  });

  test('shows the answer to the last question, whatever comes late', async () => {
    here.service.state.delay = (parameters) => (parameters.get('query') === 'kafka' ? 600 : 0);
    const page = await here.visit(search);
    await field(page).fill('kafka');
    await page.waitForTimeout(150);
    await field(page).fill('cilium');
    await options(page).first().waitFor();
    await page.waitForTimeout(700);
    assert.match((await options(page).allTextContents()).join(), /Cilium/);
    assert.doesNotMatch((await options(page).allTextContents()).join(), /Kafka/);
    assert.deepEqual(page.faults, []);
  });

  for (const typed of ["l'autoscaling", 'l’autoscaling', 'l’auto scaling c++ c# "', 'œuvre &?#%/é']) {
    test(`sends ${typed} as typed`, async () => {
      const page = await here.visit(search);
      await field(page).fill(typed);
      await page.waitForRequest(/talks:search/);
      await page.waitForFunction(() => window.seen.events.some(({ name }) => name === 'recap-results'));
      assert.equal(here.service.of('talks:search')[0].parameters.get('query'), typed);
    });
  }

  test('says that nothing was found', async () => {
    const page = await here.visit(search);
    await field(page).fill('zzz');
    await page.getByText('Aucun talk pour « zzz »').first().waitFor();
    assert.equal(await field(page).getAttribute('aria-expanded'), 'false');
    await picture(page, 'search-empty');
  });

  test('keeps to the sources and topics it is given', async () => {
    const page = await here.visit('<recap-search endpoint="SERVICE" source="carnet, journal" topics="ebpf" limit="3"></recap-search>');
    await field(page).fill('cilium');
    await options(page).first().waitFor();
    const { parameters } = here.service.of('talks:search')[0];
    assert.deepEqual(parameters.getAll('filter.sources'), ['carnet', 'journal']);
    assert.deepEqual(parameters.getAll('filter.topics'), ['ebpf']);
    assert.equal(parameters.get('pageSize'), '3');
  });

  test('tells the page what is searched, found and opened', async () => {
    const page = await here.visit(search);
    await page.route('https://carnet.example/**', (route) => route.abort());
    await field(page).fill('kafka');
    await options(page).first().waitFor();
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
    await options(page).first().click();
    const { events } = await seen(page);
    assert.deepEqual(events, [
      { name: 'recap-search', query: 'kafka' },
      { name: 'recap-results', source: 'search', query: 'kafka', total: 1 },
      {
        name: 'recap-open', source: 'search', query: 'kafka', talk: 'talks/jour-1~kafka-without-zookeeper',
        uri: 'https://carnet.example/posts/jour-1/#kafka-without-zookeeper', position: 1,
      },
    ]);
  });
});

describe('more and less', () => {
  test('further pages come under the first', async () => {
    const page = await here.visit('<recap-search endpoint="SERVICE" limit="2"></recap-search>');
    await field(page).fill('20');
    await options(page).first().waitFor();
    await page.getByRole('button', { name: 'Plus de talks' }).click();
    await options(page).nth(3).waitFor();
    const ids = await options(page).evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(ids, ['option-0', 'option-1', 'option-2', 'option-3']);
    assert.equal(await field(page).evaluate((input) => input.getRootNode().activeElement === input), true);
  });

  test('facets narrow the search, several values of one together, and show what they hold', async () => {
    const page = await here.visit(search);
    await field(page).fill('20');
    await page.getByText('Filtrer').click();
    const button = (name) => page.getByRole('button', { name });
    await button(/Cime Conf 2024 3/).click();
    await page.waitForFunction(() => window.seen.events.filter(({ name }) => name === 'recap-results').length === 2);
    assert.equal(await options(page).count(), 3);
    await button(/DevCormoran 2024 1/).click();
    await options(page).nth(3).waitFor();
    assert.deepEqual(here.service.of('talks:search').at(-1).parameters.getAll('filter.events'), ['Cime Conf 2024', 'DevCormoran 2024']);
    assert.equal(await button(/DevCormoran 2024/).getAttribute('aria-pressed'), 'true');
    assert.equal(await page.getByText('Filtrer (2)').count(), 1);
    assert.equal(await button(/DevCormoran 2024/).evaluate((it) => it.getRootNode().activeElement === it), true);
    assert.equal(await page.getByText('Keynote').count() > 0, true);
    await picture(page, 'search-facets');
  });

  test('facets are those the page wants; a year is one at a time', async () => {
    const page = await here.visit('<recap-search endpoint="SERVICE" facets="year source nonsense"></recap-search>');
    await field(page).fill('20');
    await page.getByText('Filtrer').click();
    assert.deepEqual(here.service.asked[0].parameters.getAll('facets'), ['FACET_FIELD_YEAR', 'FACET_FIELD_SOURCE']);
    assert.equal(await page.getByText('Événement').count(), 0);
    await page.getByRole('button', { name: /2024 4/ }).click();
    await page.getByText('Filtrer (1)').waitFor();
    await page.getByRole('button', { name: /2025 4/ }).click();
    await page.waitForFunction(() => window.seen.events.filter(({ name }) => name === 'recap-results').length === 3);
    const { parameters } = here.service.of('talks:search').at(-1);
    assert.deepEqual([parameters.getAll('filter.yearFrom'), parameters.getAll('filter.yearTo')], [['2025'], ['2025']]);
  });

  test('without facets and completions nothing is asked for them', async () => {
    here.service.state.withCompletions = false;
    const page = await here.visit('<recap-search endpoint="SERVICE" facets="none"></recap-search>');
    await field(page).fill('cilium');
    await options(page).first().waitFor();
    await aWhile(page);
    assert.equal(await page.getByText('Filtrer').isVisible(), false);
    assert.equal(here.service.of('queries:suggest').length, 0);
    assert.deepEqual(page.faults, []);
  });

  test('completions and a correction are told, and taken with a click', async () => {
    const page = await here.visit(search);
    await field(page).fill('kubernets');
    await page.getByRole('button', { name: 'Recherché comme « kubernetes »' }).click();
    assert.equal(await field(page).inputValue(), 'kubernetes');
    await field(page).fill('ebpf');
    await page.getByRole('button', { name: 'ebpf cilium' }).click();
    assert.equal(await field(page).inputValue(), 'ebpf cilium');
    await options(page).first().waitFor();
  });

  test('a query that finds more is proposed, not searched', async () => {
    here.service.state.answer['talks:search'] = (parameters) => ({ hits: [], totalSize: 0, correctedQuery: '', suggestedQuery: parameters.get('query') === 'keday' ? 'keda' : '' });
    const page = await here.visit(search);
    await field(page).fill('keday');
    await page.getByRole('button', { name: 'Essayez avec « keda »' }).click();
    assert.equal(await field(page).inputValue(), 'keda');
  });

  test('a completion shows its name and searches what stands for it', async () => {
    here.service.state.answer['queries:suggest'] = { suggestions: [{ query: 'topic:service-mesh', label: 'Maillage de services', kind: 'QUERY_SUGGESTION_KIND_TOPIC' }] };
    const page = await here.visit(search);
    await field(page).fill('mesh');
    await page.getByRole('button', { name: 'Maillage de services' }).click();
    assert.equal(await field(page).inputValue(), 'topic:service-mesh');
  });

  test('names are asked for in the language of the page', async () => {
    const page = await here.visit(search, { lang: 'en-GB' });
    await field(page).fill('ebpf');
    await page.getByRole('button', { name: 'ebpf cilium' }).waitFor();
    assert.deepEqual(here.service.asked.map(({ parameters }) => parameters.get('languageCode')), ['en', 'en']);
  });

  test('earlier searches come back in an empty field, and can be forgotten', async () => {
    const page = await here.visit(search);
    await field(page).fill('cilium');
    await options(page).first().waitFor();
    await field(page).press('Enter');
    await field(page).fill('');
    assert.deepEqual(await options(page).allTextContents(), ['cilium']);
    await field(page).press('ArrowDown');
    await field(page).press('Enter');
    assert.equal(await field(page).inputValue(), 'cilium');
    await options(page).nth(1).waitFor();
    await field(page).fill('');
    await page.getByRole('button', { name: 'Effacer les recherches récentes' }).click();
    await field(page).press('ArrowDown');
    assert.equal(await options(page).count(), 0);
  });

  test('nothing is remembered where the page does not want it', async () => {
    const page = await here.visit('<recap-search endpoint="SERVICE" recent="off"></recap-search>');
    await field(page).fill('cilium');
    await options(page).first().waitFor();
    await field(page).press('Enter');
    await aWhile(page);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });
});

describe('the site’s own search page', () => {
  const withForm = '<recap-search endpoint="SERVICE"><form action="/page/" role="search"><input type="hidden" name="site" value="a"><input name="q"></form></recap-search>';

  test('Enter goes there with what was typed', async () => {
    const page = await here.visit(withForm);
    await field(page).fill('l’eBPF à l’œuvre');
    await Promise.all([page.waitForURL(/\?site=a&q=/), field(page).press('Enter')]);
    assert.equal(new URL(page.url()).searchParams.get('q'), 'l’eBPF à l’œuvre');
  });

  test('the field has the words that the page answers; what else belongs to its form goes along', async () => {
    const page = await here.visit(`<recap-search endpoint="SERVICE"><form id="own" action="/page/"><input type="hidden" name="topic" value="ebpf">
      <input type="hidden" name="topic" value="wasm"><input name="q" type="search" value="cilium"></form></recap-search>
      <label>Ordre <input form="own" name="order" value="newest"></label><input form="own" type="hidden" name="from"><button form="own">Appliquer</button>`);
    assert.equal(await field(page).inputValue(), 'cilium');
    await field(page).fill('cilium en mer');
    await Promise.all([page.waitForURL(/q=cilium\+en\+mer/), field(page).press('Enter')]);
    assert.equal(new URL(page.url()).search, '?topic=ebpf&topic=wasm&q=cilium+en+mer&order=newest');
    await field(page).fill('kafka');
    await Promise.all([page.waitForURL(/q=kafka/), page.getByRole('button', { name: 'Appliquer' }).click()]);
  });

  test('hits lead to their pages at the service where the page wants it', async () => {
    const page = await here.visit('<recap-search endpoint="SERVICE" opens="page"></recap-search>');
    await field(page).fill('kafka');
    await options(page).first().waitFor();
    assert.equal(await options(page).first().getAttribute('href'), `${here.service.origin}/talks/jour-1~kafka-without-zookeeper`);
  });

  test('a link leads to all the results', async () => {
    const page = await here.visit('<recap-search endpoint="SERVICE" search-url="/page/?q="></recap-search>');
    await field(page).fill('cilium & co');
    await field(page).fill('cilium');
    await page.getByRole('link', { name: 'Tous les résultats' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Tous les résultats' }).getAttribute('href'), `${here.site.origin}/page/?q=cilium`);
  });
});
