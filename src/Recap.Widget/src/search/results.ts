import { highlighted, node, plain } from '../dom/nodes';
import type { Talk, TalkHit } from '../service/answers';
import { addressOf, pageOf } from '../service/links';
import { talkLine } from '../texts/talk-line';
import type { Say } from '../texts/texts';
import type { Question } from './conversation';
import { kindInWords } from './facets';

const ordinaryKinds = new Set([undefined, 'TALK_KIND_TALK', 'TALK_KIND_UNSPECIFIED']);

function aboutLine(talk: Talk, say: Say): string {
  const kind = ordinaryKinds.has(talk.kind) ? '' : kindInWords(talk.kind ?? '', say);
  return [kind, talkLine(talk)].filter(Boolean).join(' · ');
}

/** A hit as an option that is itself the link: no interactive element inside another. */
export function hitOption(hit: TalkHit, at: number, { endpoint, toPage }: Question, say: Say): HTMLElement {
  const talk = hit.talk ?? {};
  const about = aboutLine(talk, say);
  const passage = hit.snippets?.[0]?.segments;
  return node('a', {
    role: 'option',
    part: 'option',
    id: `option-${at}`,
    href: toPage ? pageOf(talk, endpoint) : addressOf(talk, endpoint),
    tabindex: '-1',
    'aria-selected': 'false',
    'data-talk': talk.name ?? '',
    'data-position': String(at + 1),
  },
  node('span', { part: 'title' }, ...(hit.titleSegments?.length ? highlighted(hit.titleSegments) : [plain(talk.title)])),
  about && node('span', { part: 'meta' }, about),
  passage && node('span', { part: 'snippet' }, ...highlighted(passage)));
}

/** Options under a name that is spoken with them. */
export function optionGroup(id: string, name: string, options: HTMLElement[]): HTMLElement {
  return node('div', { role: 'group', 'aria-labelledby': id },
    node('span', { id, part: 'group-name', role: 'presentation' }, name), ...options);
}

/** An earlier search as an option. */
export function recentOption(query: string, at: number): HTMLElement {
  return node('div', {
    role: 'option', part: 'option', id: `recent-${at}`, 'aria-selected': 'false', 'data-query': query,
  }, plain(query));
}
