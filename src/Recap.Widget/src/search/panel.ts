import { node, plain } from '../dom/nodes';
import type { SearchAnswer, SuggestAnswer } from '../service/answers';
import type { Say } from '../texts/texts';
import { Announcer } from './announcer';
import type { Question } from './conversation';
import { Options } from './options';
import { forgetSearches } from './recent-searches';
import { hitOption, optionGroup, recentOption } from './results';
import type { View } from './view';

const shownCompletions = 5;

/** What is seen below the field: hits, proposals, a message, earlier searches. */
export class Panel {
  readonly options: Options;
  readonly #view: View;
  readonly #say: Say;
  readonly #announcer: Announcer;
  readonly #place: () => void;
  #shown = 0;

  constructor(view: View, say: Say, place: () => void) {
    this.#view = view;
    this.#say = say;
    this.#place = place;
    this.options = new Options(view.field, view.list);
    this.#announcer = new Announcer(view.status);
  }

  /** Whether there is an answer to come back to. */
  get hasAnswer(): boolean {
    return this.#shown > 0 || !this.#view.notice.hidden;
  }

  open(): void {
    const { panel, field, list } = this.#view;
    this.#place();
    panel.hidden = false;
    field.setAttribute('aria-expanded', String(!list.hidden));
  }

  close(): void {
    const { panel, field, list } = this.#view;
    panel.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    list.removeAttribute('aria-busy');
    this.options.activate(undefined);
  }

  busy(): void {
    this.#view.list.setAttribute('aria-busy', 'true');
  }

  clear(): void {
    const { list, notice, correction, facets, suggestions, footer, fallback } = this.#view;
    this.#shown = 0;
    this.options.replace();
    list.removeAttribute('aria-busy');
    fallback.remove();
    footer.replaceChildren();
    for (const box of [notice, correction, facets, suggestions]) {
      box.hidden = true;
    }
  }

  /** The talks of an answer, after those there already where it is a further page. `page` is the site's own search. */
  showHits(question: Question, answer: SearchAnswer, page: string | undefined): void {
    const { list, notice, suggestions, fallback } = this.#view;
    const before = question.pageToken ? [...list.querySelectorAll<HTMLElement>('[data-talk]')] : [];
    const options = (answer.hits ?? []).map((hit, at) => hitOption(hit, before.length + at, question, this.#say));
    this.#shown = before.length + options.length;
    const message = this.#count(question, answer);
    this.options.replace(...(this.#shown ? [optionGroup('talks', message, [...before, ...options])] : []));
    list.removeAttribute('aria-busy');
    fallback.remove();
    notice.hidden = this.#shown > 0;
    notice.textContent = message;
    if (!question.pageToken) {
      this.#propose(question.query, answer);
      suggestions.hidden = true;
    }
    this.#foot(page, !!answer.nextPageToken);
    this.open();
    this.#announcer.say(message);
  }

  #count(question: Question, answer: SearchAnswer): string {
    const { query } = question;
    if (question.pageToken) {
      return this.#say('shown', { n: this.#shown });
    }
    if (this.#shown === 0) {
      return this.#say('none', { query });
    }
    return this.#say(answer.totalSizeExact ? 'count' : 'count-at-least', { n: answer.totalSize ?? this.#shown, query });
  }

  #foot(page: string | undefined, more: boolean): void {
    this.#view.footer.replaceChildren(
      ...(more ? [node('button', { part: 'more', type: 'button' }, this.#say('more'))] : []),
      ...(page && this.#shown ? [node('a', { part: 'all', href: page }, this.#say('all'))] : []));
  }

  /** What was searched in place of the words typed, or what finds more. */
  #propose(query: string, { correctedQuery, suggestedQuery }: SearchAnswer): void {
    const { correction } = this.#view;
    const proposal = plain(correctedQuery || suggestedQuery);
    correction.hidden = !proposal || proposal === query;
    correction.dataset['query'] = proposal;
    correction.textContent = this.#say(correctedQuery ? 'corrected' : 'meant', { query: proposal });
  }

  /** Ways to go on typing. They come after the talks, hence below all else: nothing moves, and the first arrow key leads to a talk. */
  showCompletions(query: string, completions: SuggestAnswer): void {
    const { suggestions } = this.#view;
    const proposals = new Map((completions.suggestions ?? []).map((suggestion) => [plain(suggestion.query), plain(suggestion.label || suggestion.query)]));
    suggestions.replaceChildren(...[...proposals]
      .filter(([proposal]) => proposal && proposal !== query)
      .slice(0, shownCompletions)
      .map(([proposal, label]) => node('button', { part: 'suggestion', type: 'button', 'data-query': proposal }, label)));
    suggestions.hidden = !suggestions.firstChild;
  }

  showEarlier(queries: string[]): void {
    this.clear();
    this.options.replace(optionGroup('recent', this.#say('recent'), queries.map(recentOption)));
    const forget = node('button', { part: 'forget', type: 'button' }, this.#say('forget'));
    forget.addEventListener('click', () => {
      forgetSearches();
      this.clear();
      this.#view.field.focus();
      this.close();
    });
    this.#view.footer.replaceChildren(forget);
    this.open();
  }

  /** A plain message, and the element's own children: the form that needs no service. */
  showAway(): void {
    const { notice, panel, fallback } = this.#view;
    const message = this.#say('away');
    this.clear();
    notice.hidden = false;
    notice.textContent = message;
    panel.append(fallback);
    this.open();
    this.#announcer.say(message);
  }
}
