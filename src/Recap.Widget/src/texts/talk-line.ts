import { plain } from '../dom/nodes';
import type { Talk } from '../service/answers';

/** Who speaks, for whom, where: one line, each organisation named once. */
export function talkLine(talk: Talk): string {
  const speakers = (talk.speakers ?? []).filter((speaker) => speaker.displayName);
  const shared = new Set(speakers.map((speaker) => speaker.organization ?? ''));
  const one = shared.size === 1 ? [...shared][0] : undefined;
  const names = speakers
    .map((speaker) => speaker.organization && one === undefined
      ? `${speaker.displayName} (${speaker.organization})`
      : speaker.displayName)
    .join(', ');
  const people = names && one ? `${names} (${one})` : names;
  return plain([people, talk.event?.displayName].filter(Boolean).join(' · '));
}
