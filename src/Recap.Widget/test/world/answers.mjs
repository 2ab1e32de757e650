import { talks } from './talks.mjs';

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();
const wordsOf = (query) => fold(query).replace(/\b[ldj]'/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function segments(text, words) {
  return text.split(/([\p{L}\p{N}]+)/u).filter(Boolean).map((part) => ({
    text: part,
    highlighted: words.some((word) => fold(part).startsWith(word)),
  }));
}

function basic({ text, ...talk }) {
  return talk;
}

function facet(field, found, valueOf, selected) {
  const counts = new Map();
  for (const talk of found) {
    counts.set(valueOf(talk), (counts.get(valueOf(talk)) ?? 0) + 1);
  }
  return {
    field,
    values: [...counts].map(([value, count]) => ({ value, label: value, count, selected: selected.includes(value) })),
  };
}

const facets = {
  FACET_FIELD_EVENT: (matching, found, events) => facet('FACET_FIELD_EVENT', matching, (talk) => talk.event.displayName, events),
  FACET_FIELD_KIND: (matching, found) => facet('FACET_FIELD_KIND', found, (talk) => talk.kind, []),
  FACET_FIELD_YEAR: (matching) => facet('FACET_FIELD_YEAR', matching, (talk) => talk.event.displayName.slice(-4), []),
};

/** What a service answers to a search: talks that have all the words, with the start of any word enough. */
export function searchAnswer(parameters, { withCompletions }) {
  const words = wordsOf(parameters.get('query') ?? '');
  const events = parameters.getAll('filter.events');
  const size = Number(parameters.get('pageSize') || 10);
  const from = Number(parameters.get('pageToken') || 0);
  const matching = talks.filter((talk) => {
    const all = wordsOf([talk.title, talk.text, talk.speakers[0].displayName, talk.event.displayName].join(' '));
    return words.every((word) => all.some((other) => other.startsWith(word)));
  });
  const found = matching.filter((talk) => events.length === 0 || events.includes(talk.event.displayName));
  const hits = found.slice(from, from + size).map((talk) => ({
    talk: basic(talk),
    score: 1,
    titleSegments: segments(talk.title, words),
    snippets: [{ segments: segments(talk.text, words) }],
  }));
  return {
    hits,
    nextPageToken: from + size < found.length ? String(from + size) : '',
    totalSize: found.length,
    totalSizeExact: true,
    generation: { number: '7', fingerprint: 'ab' },
    facets: parameters.getAll('facets').flatMap((field) => facets[field]?.(matching, found, events) ?? []),
    ...(withCompletions ? { correctedQuery: words[0] === 'kubernets' ? 'kubernetes' : '' } : {}),
  };
}

export function suggestAnswer(parameters) {
  const prefix = parameters.get('prefix');
  return { suggestions: [`${prefix} cilium`, `${prefix} en production`].map((query) => ({ query, label: query, kind: 'QUERY_SUGGESTION_KIND_TITLE', talkCount: 1 })) };
}

/** Talks related to each of `abouts`: the others, with a reason of each kind in turn. */
export function relatedAnswer(abouts, limit) {
  const reasons = [
    [{ kind: 'RELATED_REASON_KIND_TECHNOLOGY', labels: ['eBPF', 'Cilium'] }, { kind: 'RELATED_REASON_KIND_TOPIC', labels: ['réseau'] }],
    [{ kind: 'RELATED_REASON_KIND_SPEAKER', labels: ['Awa Lindqvist'] }],
    [{ kind: 'RELATED_REASON_KIND_WORDING', labels: ['sondes', 'noyau'] }, { kind: 'RELATED_REASON_KIND_IDEA', labels: ['énergie', 'watts'] }, { kind: 'RELATED_REASON_KIND_OF_TOMORROW', labels: ['x'] }],
    [{ kind: 'RELATED_REASON_KIND_EVENT_SERIES', labels: ['NativeHarbor'] }],
  ];
  return {
    groups: abouts.map((about) => ({
      about: basic(about),
      suggestions: talks.filter((talk) => talk.name !== about.name).slice(0, limit).map((talk, at) => ({
        talk: basic(talk),
        score: 1 - at / 10,
        sameTalk: at === 1,
        reasons: reasons[at % reasons.length],
      })),
    })),
    generation: { number: '7' },
  };
}
