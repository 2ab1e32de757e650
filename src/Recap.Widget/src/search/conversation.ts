import type { SearchAnswer, SuggestAnswer } from '../service/answers';
import { ask } from '../service/ask';

/** Pause in typing after which a question is sent, in milliseconds. */
const pause = 80;

/** More is not read by the service. */
const longestQuery = 1000;

/** Services that have no completions. */
const withoutSuggestions = new Set<string>();

export interface Question {
  endpoint: string;
  query: string;
  filters: [string, string][];
  size: number;
  facets: string[];
  /** Whether the service is to name topics in French, as it does unless told. */
  inFrench: boolean;
  /** Whether hits lead to their pages at the service. */
  toPage: boolean;
  pageToken: string | undefined;
}

function language(inFrench: boolean): [string, string][] {
  return inFrench ? [] : [['languageCode', 'en']];
}

/** Puts questions to the service, one at a time: a new one silences those before it. */
export class Conversation {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #current: AbortController | undefined;

  /** Runs `question` once typing pauses. */
  soon(question: () => void): void {
    this.stop();
    this.#timer = setTimeout(question, pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#current?.abort();
  }

  /** The talks that answer; undefined where a later question came between. */
  async search(question: Question): Promise<SearchAnswer | undefined> {
    const { endpoint, query, filters, size, facets, inFrench, pageToken } = question;
    return ask<SearchAnswer>(endpoint, 'talks:search', [
      ['query', query.slice(0, longestQuery)],
      ['pageSize', String(size)],
      ...filters,
      ...facets.map((field): [string, string] => ['facets', field]),
      ...language(inFrench),
      ...(pageToken ? [['pageToken', pageToken] as [string, string]] : []),
    ], this.#next());
  }

  /**
   * Ways to go on typing after `answer`. A service whose answers know no corrections has none and is not asked:
   * the browser would report its refusal on every page.
   */
  async suggest({ endpoint, query, inFrench, pageToken }: Question, answer: SearchAnswer): Promise<SuggestAnswer | undefined> {
    if (!('correctedQuery' in answer) || pageToken || withoutSuggestions.has(endpoint)) {
      return undefined;
    }
    try {
      const prefix: [string, string] = ['prefix', query.slice(0, longestQuery)];
      return await ask<SuggestAnswer>(endpoint, 'queries:suggest', [prefix, ...language(inFrench)], this.#current?.signal);
    } catch {
      // Talks were found all the same.
      withoutSuggestions.add(endpoint);
      return undefined;
    }
  }

  #next(): AbortSignal {
    this.stop();
    this.#current = new AbortController();
    return this.#current.signal;
  }
}
