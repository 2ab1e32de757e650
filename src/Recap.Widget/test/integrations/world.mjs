import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { openPage, startBrowser } from '../world/browser.mjs';
import { startService } from '../world/service.mjs';
import { dist } from '../world/site.mjs';

/** A browser and a service that also serves the scripts, as the real one does. */
export function kitWorld() {
  const here = {};
  here.start = async () => {
    here.browser = await startBrowser();
    here.service = await startService();
    here.files = createServer(async (request, response) => {
      const name = new URL(request.url, 'http://x').pathname.replace('/widget/', '');
      response.writeHead(200, { 'content-type': name.endsWith('.css') ? 'text/css' : 'text/javascript', 'access-control-allow-origin': '*' });
      response.end(await readFile(join(dist, name)));
    });
    await new Promise((listening) => here.files.listen(0, '127.0.0.1', listening));
    here.scripts = `http://127.0.0.1:${here.files.address().port}/widget`;
  };
  here.stop = async () => {
    await here.browser.close();
    await here.service.stop();
    here.files.closeAllConnections();
    here.files.close();
  };
  here.open = (options) => {
    here.service.asked.length = 0;
    return openPage(here.browser, options);
  };
  /** Answers for a page with the groups of its address, as the service does. */
  here.answer = (groups) => {
    here.service.state.answer['talks:related'] = (parameters) => ({
      groups: groups.filter(({ about }) => about.uri.startsWith(`${parameters.get('postUri')}#`)),
    });
  };
  return here;
}
