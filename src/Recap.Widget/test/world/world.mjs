import { after, afterEach, before, beforeEach } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { startService } from './service.mjs';
import { startSite } from './site.mjs';

/** A browser for the file; a fresh service, site and page for each test. */
export function world() {
  const here = {};
  before(async () => {
    here.browser = await startBrowser();
  });
  after(() => here.browser.close());
  beforeEach(async () => {
    here.service = await startService();
    here.site = await startSite();
  });
  afterEach(async () => {
    await here.page?.context().close();
    await here.site.stop();
    await here.service.stop();
  });

  /** Opens a page around `body`, in which `SERVICE` stands for the service's address. */
  here.visit = async (body, options = {}) => {
    const { browser: context, ...rest } = options;
    here.page = await openPage(here.browser, context);
    await here.page.goto(here.site.show(body.replaceAll('SERVICE', here.service.origin), rest));
    return here.page;
  };
  return here;
}

/** Long enough for anything that would come uninvited to have come. */
export const aWhile = (page) => page.waitForTimeout(400);
