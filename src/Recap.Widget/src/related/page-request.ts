import type { RelatedAnswer } from '../service/answers';
import { ask } from '../service/ask';
import { endpointOf, numberOf, standingFilters } from '../service/endpoint';
import { isFrench } from '../texts/texts';
import { postAddress } from './page-place';

/** Suggestions shown by an element that does not say how many. */
const usualLimit = 4;

const onPage = new Set<Element>();
const answers = new Map<string, Promise<RelatedAnswer | undefined>>();

export function limitOf(element: Element): number {
  return numberOf(element, 'limit', usualLimit, 20);
}

/** Counts an element in, so that the page's one request asks for as many suggestions as any element shows. */
export function join(element: Element): void {
  onPage.add(element);
}

export function leave(element: Element): void {
  onPage.delete(element);
}

function question(element: Element): string[][] {
  const talk = element.getAttribute('talk');
  // A talk together with its post is found in the answer for the post, which other elements share.
  const about = talk !== null && !element.hasAttribute('post-url') ? ['talk', talk] : ['postUri', postAddress(element)];
  // Reasons name topics, in French unless told.
  return [about, ...standingFilters(element), ...(isFrench(element) ? [] : [['languageCode', 'en']])];
}

/** What the service says of an element's page or talk. Elements that ask the same share one request. */
export function relatedAnswer(element: Element): Promise<RelatedAnswer | undefined> {
  const keyOf = (other: Element) => JSON.stringify([endpointOf(other), question(other)]);
  const key = keyOf(element);
  let answer = answers.get(key);
  if (!answer) {
    const limit = Math.max(...[...onPage].filter((other) => keyOf(other) === key).map(limitOf));
    const parameters = [...question(element), ['limit', String(limit)]] as [string, string][];
    answer = ask<RelatedAnswer>(endpointOf(element), 'talks:related', parameters);
    answers.set(key, answer);
  }
  return answer;
}
