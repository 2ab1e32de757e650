import { createServer } from 'node:http';
import { relatedAnswer, searchAnswer, suggestAnswer } from './answers.mjs';
import { talkOf } from './talks.mjs';

const onPage = ['karpenter-in-anger', 'beyond-cpu', 'ebpf-everywhere'].map(talkOf);

const methods = {
  'talks:search': (parameters, behaviour) => searchAnswer(parameters, behaviour),
  'queries:suggest': (parameters, behaviour) => (behaviour.withCompletions ? suggestAnswer(parameters) : undefined),
  'talks:related': (parameters) => {
    const talk = parameters.get('talk');
    const abouts = talk ? onPage.filter((other) => other.name === talk) : onPage;
    return relatedAnswer(abouts, Number(parameters.get('limit')));
  },
};

/**
 * A service on loopback that speaks the JSON of `protos/recap/v1`. `behaviour` may be changed at any time:
 * `withCompletions`; `delay` in milliseconds, or a function of the parameters; `status`; `answer` by method;
 * `silent`: never answers. `asked` lists the requests.
 */
export async function startService(behaviour = {}) {
  const state = { withCompletions: true, delay: 0, status: 200, answer: {}, silent: false, ...behaviour };
  const asked = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://service');
    const method = url.pathname.replace('/v1/', '');
    asked.push({ verb: request.method, method, parameters: url.searchParams, headers: request.headers });
    const { delay, status, silent } = state;
    await new Promise((done) => setTimeout(done, typeof delay === 'function' ? delay(url.searchParams) : delay));
    if (silent) {
      return;
    }
    const given = state.answer[method];
    const answer = typeof given === 'function' ? given(url.searchParams) : given ?? methods[method]?.(url.searchParams, state);
    response.writeHead(answer === undefined ? 404 : status, {
      'content-type': 'application/json', 'access-control-allow-origin': '*',
    });
    response.end(JSON.stringify(status === 200 ? answer ?? {} : { code: 13, message: 'INTERNAL' }));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    state,
    asked,
    origin: `http://127.0.0.1:${server.address().port}`,
    of: (method) => asked.filter((request) => request.method === method),
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
