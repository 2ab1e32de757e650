import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { world } from './world/world.mjs';

const here = world();
const both = '<recap-search endpoint="SERVICE"></recap-search><recap-related endpoint="SERVICE" talk="talks/h"></recap-related>';
const field = (page) => page.getByRole('combobox');

const markup = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const hostileTalk = (uri) => ({
  name: 'talks/h~"><script>', title: `${markup} \u202Egpj.exe\u202C \u2066x\u2069`, kind: `TALK_KIND_${markup}`,
  speakers: [{ displayName: markup, organization: 'javascript:alert(1)' }], event: { displayName: '\u202Emarkup' }, uri,
});
const addresses = ['javascript:window.hacked=1', ' JaVaScRiPt:window.hacked=1', 'data:text/html,<script>1</script>', 'vbscript:x', 'file:///etc/passwd', '//evil', '', 'nonsense'];

function hostile(service) {
  const talks = addresses.map(hostileTalk);
  service.state.answer = {
    'talks:search': {
      hits: talks.map((talk) => ({
        talk,
        titleSegments: [{ text: markup, highlighted: true }, { text: ' \u202Ex' }],
        snippets: [{ segments: [{ text: markup }, { text: '"onmouseover=1', highlighted: true }] }],
      })),
      facets: [{ field: 'FACET_FIELD_EVENT', values: [{ value: markup, label: markup, count: 1 }] }, { field: '__proto__', values: [{ value: 'x' }] }],
      correctedQuery: markup, totalSize: 8, totalSizeExact: true,
    },
    'queries:suggest': { suggestions: [{ query: markup, label: markup }] },
    'talks:related': { groups: [{ about: { name: 'talks/h', title: markup }, suggestions: talks.map((talk) => ({ talk, reasons: [{ kind: 'RELATED_REASON_KIND_TOPIC', labels: [markup] }] })) }] },
  };
}

async function showAll(page) {
  await page.getByRole('listitem').first().waitFor();
  await field(page).fill('hostile');
  await page.locator('[part=suggestion]').waitFor();
  await page.locator('[part=correction]').waitFor();
  await page.getByRole('option').nth(7).waitFor();
}

describe('hostile content', () => {
  test('is text and nothing else', async () => {
    hostile(here.service);
    const page = await here.visit(both);
    await showAll(page);
    const foreign = await page.evaluate(() => [...document.querySelectorAll('recap-search, recap-related')]
      .flatMap((it) => [...it.shadowRoot.querySelectorAll('img, script, iframe, [onerror], [onmouseover]')]).length);
    assert.equal(foreign, 0);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.match(await page.getByRole('option').first().textContent(), /<img src=x onerror/);
    assert.deepEqual(page.faults, []);
  });

  test('links lead to http, https or the talk’s page at the service', async () => {
    hostile(here.service);
    const page = await here.visit(both);
    await showAll(page);
    const links = await page.evaluate(() => [...document.querySelectorAll('recap-search, recap-related')]
      .flatMap((it) => [...it.shadowRoot.querySelectorAll('a')].map((link) => link.href)));
    assert.equal(links.length, 12);
    assert.deepEqual([...new Set(links)], [`${here.service.origin}/talks/h~%22%3E%3Cscript%3E`]);
  });

  test('controls that turn the direction of text are gone, and what is left is kept apart', async () => {
    hostile(here.service);
    const page = await here.visit(both);
    await showAll(page);
    const text = await page.evaluate(() => [...document.querySelectorAll('recap-search, recap-related')]
      .map((it) => it.shadowRoot.textContent).join(''));
    assert.doesNotMatch(text, /[\u202A-\u202E\u2066-\u2069]/);
    assert.equal(await page.getByRole('option').first().evaluate((it) => getComputedStyle(it).unicodeBidi), 'isolate');
  });
});

describe('strict policies', () => {
  const policy = () => `default-src 'self'; connect-src ${here.service.origin}; require-trusted-types-for 'script'; trusted-types 'none'`;

  for (const mode of ['', 'mode="dialog"']) {
    test(`both elements work under them ${mode}`, async () => {
      const page = await here.visit(both.replace('SERVICE"', `SERVICE" ${mode}`).replace('talk="talks/h"', ''), { headers: { 'content-security-policy': policy() } });
      await page.getByRole('listitem').first().waitFor();
      await page.keyboard.press('/');
      await field(page).fill('autoscaling');
      await page.getByRole('button', { name: 'autoscaling cilium' }).waitFor();
      await page.getByText('Filtrer').click();
      await page.getByRole('button', { name: /Cime Conf 2024/ }).click();
      await page.getByText('Filtrer (1)').waitFor();
      await field(page).press('ArrowDown');
      assert.notEqual(await page.locator('[part=icon]').first().boundingBox(), null);
      assert.deepEqual(page.faults, []);
      assert.deepEqual(page.warnings, []);
    });
  }

  test('a policy that shuts the service out gives the plain message', async () => {
    const page = await here.visit(both, { headers: { 'content-security-policy': "default-src 'self'" } });
    await field(page).fill('autoscaling');
    await page.locator('[part=notice]').getByText('La recherche ne répond pas').waitFor();
  });
});
