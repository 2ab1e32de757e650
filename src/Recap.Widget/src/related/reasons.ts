import { plain } from '../dom/nodes';
import type { RelatedReason, RelatedSuggestion } from '../service/answers';
import type { Say } from '../texts/texts';

const kinds = 'RELATED_REASON_KIND_';
const sameTalk = `${kinds}SAME_TALK`;

function inWords(reason: RelatedReason, say: Say): string {
  const key = (reason.kind ?? '').replace(kinds, '').toLowerCase().replace(/_/g, '-');
  const labels = plain((reason.labels ?? []).slice(0, 3).join(', '));
  return labels || reason.kind === sameTalk ? say(`reason-${key}`, { labels }) : '';
}

/** Why a talk is suggested, strongest reason first. A kind of reason that this version does not know is left out. */
export function reasonsInWords(suggestion: RelatedSuggestion, say: Say): string {
  const told = (suggestion.reasons ?? []).filter((reason) => reason.kind !== sameTalk);
  const reasons = suggestion.sameTalk ? [{ kind: sameTalk }, ...told] : told;
  return reasons.map((reason) => inWords(reason, say)).filter(Boolean).slice(0, 3).join(' · ');
}
