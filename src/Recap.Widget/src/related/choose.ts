import type { RelatedAnswer, RelatedGroup, RelatedSuggestion, Talk } from '../service/answers';
import { leadsTo } from './page-place';

/** What an element is to show; undefined where the service knows nothing of what the element is about. */
export interface Choice {
  about: Talk | undefined;
  suggestions: RelatedSuggestion[];
}

function ofOne(group: RelatedGroup | undefined): Choice | undefined {
  return group && { about: group.about, suggestions: group.suggestions ?? [] };
}

/** The best for all the talks of a page together: each talk once, none that the page itself tells. */
function ofAll(groups: RelatedGroup[]): Choice | undefined {
  const seen = new Set(groups.map((group) => group.about?.name));
  const suggestions = groups
    .flatMap((group) => group.suggestions ?? [])
    .sort((left, right) => (right.score ?? 0) - (left.score ?? 0))
    .filter(({ talk }) => !seen.has(talk?.name) && seen.add(talk?.name));
  return groups.length > 0 ? { about: undefined, suggestions } : undefined;
}

/** Picks an element's share of the page's answer: a talk by name, a talk by anchor, or all of them. */
export function choose(answer: RelatedAnswer | undefined, talk: string | null, anchor: string | null): Choice | undefined {
  const groups = answer?.groups ?? [];
  if (talk !== null) {
    return ofOne(groups.find((group) => group.about?.name === talk));
  }
  if (anchor !== null) {
    return ofOne(groups.find((group) => leadsTo(group.about?.uri, anchor)));
  }
  return groups.length === 1 ? ofOne(groups[0]) : ofAll(groups);
}
