import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const screenshots = join(import.meta.dirname, '../screenshots');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Debian's browser, with nothing of its own going out. Its profile is fresh each time. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync',
      '--disable-component-update'],
  });
}

/** Run in the page before anything else: sums layout shifts, also those right after input, and notes events and long tasks. */
function observe() {
  window.seen = { shift: 0, moved: [], longest: 0, slowest: 0, events: [] };
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    window.seen.shift += entry.value;
    window.seen.moved.push(...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? String(node?.textContent)));
  }))
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    window.seen.longest = Math.max(window.seen.longest, entry.duration);
  })).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    window.seen.slowest = Math.max(window.seen.slowest, entry.duration);
  })).observe({ type: 'event', buffered: true, durationThreshold: 16 });
  for (const name of ['recap-search', 'recap-results', 'recap-open']) {
    document.addEventListener(name, (event) => window.seen.events.push({ name, ...event.detail }));
  }
}

/** A page of its own context; `faults` gathers console errors and uncaught exceptions, `warnings` the warnings. */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.faults = [];
  page.warnings = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      page.faults.push(message.text());
    } else if (message.type() === 'warning') {
      page.warnings.push(message.text());
    }
  });
  page.on('pageerror', (error) => page.faults.push(String(error)));
  await page.addInitScript(axe);
  await page.addInitScript(observe);
  return page;
}

export const seen = (page) => page.evaluate(() => window.seen);

/** Every rule of axe, best practices too. */
export async function assertAccessible(page, state) {
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`), [], state);
}

export async function picture(page, name) {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}
