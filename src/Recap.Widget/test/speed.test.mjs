import assert from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
import { describe, test } from 'node:test';
import { seen } from './world/browser.mjs';
import { aWhile, world } from './world/world.mjs';

const here = world();
const field = (page) => page.getByRole('combobox');
const options = (page) => page.getByRole('option');
const words = '<p>Un paragraphe de la page, qui ne doit pas bouger.</p>'.repeat(3);
const related = '<recap-related endpoint="SERVICE"></recap-related>';

describe('nothing on the page moves', () => {
  for (const [name, width] of [['wide', 1000], ['narrow', 320]]) {
    test(`when both elements come in, answer, open and close, on a ${name} screen`, async () => {
      here.service.state.delay = 100;
      const page = await here.visit(`<recap-search endpoint="SERVICE"></recap-search>${words}${related}${words}`, { browser: { viewport: { width, height: 900 } } });
      await page.getByRole('listitem').first().waitFor();
      await field(page).fill('autoscaling');
      await options(page).first().waitFor();
      await page.getByRole('button', { name: 'autoscaling cilium' }).waitFor();
      await page.keyboard.press('Escape');
      await aWhile(page);
      assert.equal((await seen(page)).shift, 0);
    });
  }

  test('when completions come after the talks, below which stand more talks and all results', async () => {
    here.service.state.delay = 50;
    const page = await here.visit('<recap-search endpoint="SERVICE" limit="5" search-url="/page/?q="></recap-search>', { browser: { viewport: { width: 1000, height: 420 } } });
    await field(page).fill('20');
    await page.getByRole('button', { name: 'Plus de talks' }).waitFor();
    await page.getByRole('button', { name: '20 cilium' }).waitFor();
    await aWhile(page);
    assert.equal((await seen(page)).shift, 0);
  });

  for (const limit of [1, 3, 6]) {
    test(`when the script comes late and ${limit} suggestions are wanted`, async () => {
      const page = await here.visit(`${words}${related.replace('endpoint', `limit="${limit}" talk="talks/jour-1~beyond-cpu" endpoint`)}${words}`, { script: 'none.js' });
      await page.waitForTimeout(200);
      await page.addScriptTag({ type: 'module', url: '/widget/recap.js' });
      await page.getByRole('listitem').first().waitFor();
      await aWhile(page);
      assert.equal((await seen(page)).shift, 0);
    });
  }

  test('when the service is away', async () => {
    await here.service.stop();
    const page = await here.visit(`${words}${related}${words}`);
    await aWhile(page);
    assert.equal((await seen(page)).shift, 0);
  });

  test('when nothing is close; the room kept is given back out of sight', async () => {
    here.service.state.answer['talks:related'] = { groups: [{ about: { name: 'talks/a' } }] };
    const page = await here.visit(`${words}${related}${words}<div class="far"></div>${related.replace('endpoint', 'limit="3" endpoint')}`, { css: '.far { block-size: 1200px }' });
    await page.waitForFunction(() => window.seen.events.length === 1);
    await aWhile(page);
    assert.ok(await page.locator('recap-related').first().evaluate((it) => it.offsetHeight > 300));
    await page.evaluate(() => window.scrollTo(0, 500));
    await page.waitForFunction(() => document.querySelectorAll('recap-related')[1].offsetHeight === 0);
    assert.equal((await seen(page)).shift, 0);
  });
});

describe('at a fourth of the processor’s speed', () => {
  const painted = `(async () => {
    const search = document.querySelector('recap-search');
    const arrived = new Promise((done) => {
      const { fetch } = window;
      window.fetch = async (...given) => {
        const response = await fetch(...given);
        return new Proxy(response, { get: (it, name) => name !== 'json' ? Reflect.get(it, name, it) : async () => {
          const body = await it.json();
          done(performance.now());
          return body;
        } });
      };
    });
    const shown = new Promise((done) => search.addEventListener('recap-results', () => requestAnimationFrame(() => {
      // A task after the frame: by then it has been painted.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    }), { once: true }));
    return await shown - await arrived;
  })()`;

  const twenty = {
    hits: Array.from({ length: 20 }, (_, at) => ({
      talk: { name: `talks/a~${at}`, title: `Talk ${at}`, uri: 'https://a.example/', speakers: [{ displayName: 'A B', organization: 'C' }] },
      titleSegments: [{ text: 'Talk ' }, { text: String(at), highlighted: true }],
      snippets: [{ segments: Array.from({ length: 9 }, (__, part) => ({ text: 'mot '.repeat(5), highlighted: part % 2 === 0 })) }],
    })),
    totalSize: 20, totalSizeExact: true, facets: [],
  };

  async function measure(page) {
    await page.evaluate(() => { window.seen.longest = 0; window.seen.slowest = 0; });
    const measured = page.evaluate(painted);
    await field(page).fill('');
    await field(page).pressSequentially('talk', { delay: 30 });
    const first = await measured;
    await field(page).pressSequentially(' de conférence', { delay: 60 });
    await field(page).press('ArrowDown');
    await aWhile(page);
    const { longest, slowest } = await seen(page);
    return { first, longest, slowest };
  }

  test('the first talk is painted within 100 ms of the answer, keys within 100 ms, no task above 50 ms', async (context) => {
    const page = await here.visit('<recap-search endpoint="SERVICE" limit="100"></recap-search>');
    here.service.state.answer['talks:search'] = twenty;
    await aWhile(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    // What else the machine does is not the page's doing: one undisturbed run of five is enough.
    const meets = ({ first, longest, slowest }) => first <= 100 && longest <= 50 && slowest <= 100;
    let run;
    for (let attempt = 0; attempt < 5 && !(run && meets(run)); attempt++) {
      run = await measure(page);
      context.diagnostic(`painted ${run.first.toFixed(1)} ms after the answer; longest task ${run.longest} ms; slowest key ${run.slowest} ms`);
    }
    const busy = loadavg()[0] / availableParallelism();
    if (!meets(run) && busy > 3) {
      context.skip(`the machine is too busy to tell: ${busy.toFixed(1)} processes wait for each core`);
      return;
    }
    assert.ok(meets(run), JSON.stringify(run));
  });
});
