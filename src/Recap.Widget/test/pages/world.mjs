import { after, afterEach, before } from 'node:test';
import { openPage, startBrowser } from '../world/browser.mjs';
import { samplePosts, startFolder, startServer } from '../world/tool.mjs';

/** The pages by what they show. */
export const pages = {
  newest: '/',
  search: '/?q=autoscaling',
  filtered: '/?q=kubernets&topic=kubernetes-core&order=affinity',
  nothing: '/?q=zzzzzzzzzz&kind=keynote',
  talk: '/talks/sondes-et-traces-2025~vertical-pod-autoscaler-grows-up-in-place-resize-in-production',
  topics: '/topics',
  events: '/topics/events',
  status: '/status',
  missing: '/nowhere',
  faulty: '/?from=abc',
  english: '/?q=autoscaling&lang=en',
};

/** Run in the page before anything else: notes what its policy refuses. */
function noteRefusals() {
  window.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
}

/** The sample site, served by the tool itself, and a browser, for all tests of a file. */
export function world() {
  const here = { started: [] };
  here.serve = async (name, content) => {
    const server = await startServer(here.work.folder, name, content);
    here.started.push(server);
    return server;
  };
  here.visit = async (path, options = {}, origin = here.sample.origin) => {
    here.page = await openPage(here.browser, { locale: 'fr-FR', ...options });
    await here.page.addInitScript(noteRefusals);
    await here.page.goto(origin + path);
    return here.page;
  };
  before(async () => {
    here.browser = await startBrowser();
    here.work = await startFolder();
    here.sample = await here.serve('index', samplePosts);
  });
  afterEach(() => here.page?.context().close());
  after(async () => {
    await here.browser?.close();
    await Promise.all(here.started.map((server) => server.stop()));
    await here.work?.remove();
  });
  return here;
}
