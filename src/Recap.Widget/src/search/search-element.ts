import { sheet, tell } from '../dom/nodes';
import { ServiceAway, warnOnce } from '../service/ask';
import { endpointOf, numberOf, standingFilters } from '../service/endpoint';
import { isFrench, textsOf } from '../texts/texts';
import { Conversation, type Question } from './conversation';
import { Facets, facetsOf } from './facets';
import { Panel } from './panel';
import { place } from './placement';
import { recentSearches, rememberSearch } from './recent-searches';
import css from './search.css';
import { fallbackField, searchPage } from './search-page';
import { asksForSearch, keyShortcuts, shortcutsOf } from './shortcuts';
import { english, french } from './texts';
import { buildDialog, buildView, type View } from './view';

const style = sheet(css);

/** Shorter queries are only searched when asked for by Enter. */
const shortestQuery = 2;

let made = 0;

/**
 * `<recap-search>`: a field that finds talks while one types, in place or in a dialog (`mode="dialog"`).
 * Its children, a plain search form, stand until then, and come back where the service is away.
 */
export class RecapSearch extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #conversation = new Conversation();
  readonly #number = ++made;
  readonly #onShortcut = (event: KeyboardEvent) => this.#openByShortcut(event);
  #view!: View;
  #panel!: Panel;
  #facets!: Facets;
  #dialog: HTMLDialogElement | undefined;
  #opener: Element | null = null;
  #nextPage: string | undefined;

  connectedCallback(): void {
    this.setAttribute('data-pagefind-ignore', '');
    if (!this.#root.firstChild) {
      this.#build();
    }
    this.ownerDocument.addEventListener('keydown', this.#onShortcut);
  }

  disconnectedCallback(): void {
    this.#conversation.stop();
    this.ownerDocument.removeEventListener('keydown', this.#onShortcut);
  }

  /** Opens the search, as the shortcut does. */
  open(): void {
    this.#opener = this.ownerDocument.activeElement;
    if (this.#dialog && !this.#dialog.open) {
      this.#dialog.showModal();
    }
    this.#view.field.focus();
    this.#view.field.select();
  }

  #build(): void {
    const say = textsOf(this, french, english);
    const shortcuts = shortcutsOf(this);
    const keys = keyShortcuts(shortcuts);
    const view = this.#view = buildView(say, shortcuts, keys);
    // Landmarks of a page are told apart by name.
    view.form.setAttribute('aria-label', say('label') + (this.#number > 1 ? ` (${this.#number})` : ''));
    this.#panel = new Panel(view, say, () => this.#dialog ?? place(view.panel, this));
    this.#facets = new Facets(view.facets, say, facetsOf(this), () => void this.#search());
    // A search page comes with the words that it answers.
    view.field.value = fallbackField(this)?.value ?? '';
    this.#root.adoptedStyleSheets = [style];
    if (this.getAttribute('mode') === 'dialog') {
      const { opener, dialog } = buildDialog(view.form, say, shortcuts, keys);
      this.#dialog = dialog;
      this.#root.append(opener, dialog);
    } else {
      this.#root.append(view.form);
    }
    // A page that says nothing of its colours gets those that the reader's system prefers.
    (this.#dialog ?? view.panel).toggleAttribute('data-auto', getComputedStyle(this).colorScheme === 'normal');
    this.#listen();
  }

  #listen(): void {
    const { field, form, panel } = this.#view;
    field.addEventListener('focus', () => this.#reopen());
    field.addEventListener('input', () => this.#typed());
    field.addEventListener('keydown', (event) => this.#pressed(event));
    form.addEventListener('keydown', (event) => this.#escaped(event));
    form.addEventListener('submit', (event) => {
      // The fallback form, which shows in here, is the site's own.
      if (event.target === form) {
        event.preventDefault();
      }
    });
    form.addEventListener('focusout', () => setTimeout(() => this.#left()));
    panel.addEventListener('click', (event) => this.#clicked(event));
  }

  get #query(): string {
    return this.#view.field.value.trim();
  }

  #openByShortcut(event: KeyboardEvent): void {
    if (asksForSearch(event, shortcutsOf(this)) && this.checkVisibility()) {
      event.preventDefault();
      this.open();
    }
  }

  #typed(): void {
    const fallback = fallbackField(this);
    if (fallback) {
      // What else belongs to that form may submit it.
      fallback.value = this.#view.field.value;
    }
    if (this.#query.length < shortestQuery) {
      this.#conversation.stop();
      this.#facets.clear();
      this.#panel.clear();
      this.#reopen();
    } else {
      this.#conversation.soon(() => void this.#search());
    }
  }

  /** Shows what was last found, or for an empty field what was searched earlier. */
  #reopen(): void {
    const earlier = this.#query || this.getAttribute('recent') === 'off' ? [] : recentSearches();
    if (earlier.length > 0) {
      this.#panel.showEarlier(earlier);
    } else if (this.#query && this.#panel.hasAnswer) {
      this.#panel.open();
    } else {
      this.#panel.close();
    }
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.#view.panel.hidden) {
        this.#reopen();
      }
      this.#panel.options.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#entered(event.shiftKey || event.ctrlKey || event.metaKey);
    }
  }

  #entered(elsewhere: boolean): void {
    const option = this.#panel.options.active;
    const page = this.#query && searchPage(this, this.#query);
    if (option instanceof HTMLAnchorElement && elsewhere) {
      this.#opened(option);
      window.open(option.href, '_blank', 'noopener');
    } else if (option) {
      option.click();
    } else if (page) {
      this.#remember();
      location.assign(page);
    } else if (this.#query) {
      this.#remember();
      void this.#search();
    }
  }

  /** Escape closes, then clears, then goes back to where the shortcut was pressed. A dialog closes by itself. */
  #escaped(event: KeyboardEvent): void {
    const { field, panel } = this.#view;
    if (event.key !== 'Escape' || this.#dialog) {
      return;
    }
    event.preventDefault();
    if (!panel.hidden) {
      field.focus();
      this.#panel.close();
    } else if (field.value) {
      field.value = '';
      this.#typed();
      this.#panel.close();
    } else if (this.#opener instanceof HTMLElement) {
      field.blur();
      this.#opener.focus();
    }
  }

  /** Focus has moved; a button drawn anew has it again by now. */
  #left(): void {
    if (!this.#dialog && !this.matches(':focus-within')) {
      // An answer that is still to come would open the panel over what the reader went on to.
      this.#conversation.stop();
      this.#panel.close();
    }
  }

  #clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>('a[data-talk]');
    const query = target.closest<HTMLElement>('[data-query]')?.dataset['query'];
    if (link) {
      this.#opened(link);
    } else if (query) {
      this.#view.field.value = query;
      this.#view.field.focus();
      void this.#search();
    } else if (target.closest('[part="more"]')) {
      // The button goes; the field is where the keyboard goes on from.
      this.#view.field.focus();
      void this.#search(this.#nextPage);
    }
  }

  #opened(link: HTMLAnchorElement): void {
    this.#remember();
    const { talk, position } = link.dataset;
    tell(this, 'recap-open', { source: 'search', query: this.#query, talk, uri: link.href, position: Number(position) });
  }

  #remember(): void {
    if (this.#query && this.getAttribute('recent') !== 'off') {
      rememberSearch(this.#query);
    }
  }

  #question(pageToken: string | undefined): Question {
    return {
      endpoint: endpointOf(this),
      query: this.#query,
      filters: [...standingFilters(this), ...this.#facets.parameters],
      size: numberOf(this, 'limit', 8, 100),
      facets: this.#facets.fields,
      inFrench: isFrench(this),
      toPage: this.getAttribute('opens') === 'page',
      pageToken,
    };
  }

  async #search(pageToken?: string): Promise<void> {
    const question = this.#question(pageToken);
    const { endpoint, query } = question;
    this.#panel.busy();
    tell(this, 'recap-search', { query });
    try {
      const answer = await this.#conversation.search(question);
      if (!answer) {
        return;
      }
      this.#nextPage = answer.nextPageToken;
      this.#facets.show(answer.facets ?? []);
      this.#panel.showHits(question, answer, searchPage(this, query));
      tell(this, 'recap-results', { source: 'search', query, total: answer.totalSize ?? 0 });
      const completions = await this.#conversation.suggest(question, answer);
      if (completions) {
        this.#panel.showCompletions(query, completions);
      }
    } catch (error) {
      // The index moved on since the first page: it is asked anew.
      if (pageToken && error instanceof ServiceAway && error.status === 400) {
        await this.#search();
      } else {
        warnOnce(endpoint);
        this.#panel.showAway();
      }
    }
  }
}
