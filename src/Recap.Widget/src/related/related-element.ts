import { node, plain, sheet, tell } from '../dom/nodes';
import type { RelatedSuggestion } from '../service/answers';
import { ServiceAway, warnOnce } from '../service/ask';
import { endpointOf, numberOf } from '../service/endpoint';
import { addressOf } from '../service/links';
import { talkLine } from '../texts/talk-line';
import { type Say, textsOf } from '../texts/texts';
import { choose, type Choice } from './choose';
import { anchorOf } from './page-place';
import { join, leave, limitOf, relatedAnswer } from './page-request';
import { reasonsInWords } from './reasons';
import css from './related.css';
import { english, french } from './texts';

const style = sheet(css);

/** How far below the screen an element is when it asks, so that its answer is there before the reader. */
const ahead = '800px 0px';

/** How far below the screen it gives back room: a reader who scrolls fast is not to catch up with that. */
const outOfSight = '0px 0px 300px';

/**
 * `<recap-related>`: the talks to read after a talk, or after all the talks of a page, and why.
 * Its children stand until the service has something better, and stay where it is away.
 */
export class RecapRelated extends HTMLElement {
  static readonly observedAttributes = ['endpoint', 'talk', 'post-url', 'anchor', 'limit', 'source', 'topics'];

  readonly #base = node('div', { part: 'base' }, node('slot', {}));
  #watch: IntersectionObserver | undefined;
  #round = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    root.append(this.#base);
    root.addEventListener('click', (event) => this.#tellOpened(event));
  }

  connectedCallback(): void {
    // What is suggested here is no content of this page: Pagefind and our own reader of posts leave it out.
    this.setAttribute('data-pagefind-ignore', '');
    join(this);
    this.#begin();
  }

  disconnectedCallback(): void {
    leave(this);
    this.#round++;
    this.#watch?.disconnect();
    this.#watch = undefined;
  }

  attributeChangedCallback(): void {
    if (this.#watch) {
      this.#begin();
    }
  }

  #begin(): void {
    this.#watch?.disconnect();
    const round = ++this.#round;
    this.#reserve(numberOf(this, 'reserve', limitOf(this), 20));
    this.#watch = new IntersectionObserver((entries, watch) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        watch.disconnect();
        void this.#fill(round);
      }
    }, { rootMargin: ahead });
    this.#watch.observe(this);
  }

  /** Keeps the room of `rows` suggestions, so that the page does not jump when they come. */
  #reserve(rows: number): void {
    this.#base.style.setProperty('--_rows', String(rows));
    this.#base.toggleAttribute('data-reserved', rows > 0);
  }

  async #fill(round: number): Promise<void> {
    let choice: Choice | undefined;
    try {
      choice = choose(await relatedAnswer(this), this.getAttribute('talk'), anchorOf(this));
    } catch (error) {
      // A page that is no post, or not yet: there is nothing to say.
      if (!(error instanceof ServiceAway && error.status === 404)) {
        warnOnce(endpointOf(this));
      }
    }
    if (round === this.#round) {
      if (choice) {
        this.#show(choice);
      }
      this.#releaseOutOfSight();
    }
  }

  /** Gives the room kept back once that moves nothing that the reader sees. */
  #releaseOutOfSight(): void {
    this.#watch?.disconnect();
    this.#watch = new IntersectionObserver(([entry], watch) => {
      if (entry && !entry.isIntersecting && entry.boundingClientRect.top > 0) {
        watch.disconnect();
        this.#reserve(0);
      }
    }, { rootMargin: outOfSight });
    this.#watch.observe(this);
  }

  #show({ about, suggestions }: Choice): void {
    const say = textsOf(this, french, english);
    const shown = suggestions.filter(({ talk }) => talk?.title).slice(0, limitOf(this));
    const title = plain(about?.title);
    this.#base.replaceChildren(...(shown.length > 0 ? [
      node('section', { 'aria-labelledby': 'heading', part: 'related', 'data-nosnippet': '' },
        node('p', { id: 'heading', part: 'heading' }, say('heading'),
          title && node('span', { class: 'spoken' }, ` ${say('after', { title })}`)),
        node('ul', { part: 'list' }, ...shown.map((suggestion, at) => this.#item(suggestion, at, say)))),
    ] : []));
    tell(this, 'recap-results', { source: 'related', about: about?.name, total: shown.length });
  }

  #item(suggestion: RelatedSuggestion, at: number, say: Say): HTMLElement {
    const talk = suggestion.talk ?? {};
    const line = talkLine(talk);
    const reasons = reasonsInWords(suggestion, say);
    return node('li', { part: 'item' },
      node('a', {
        part: 'link',
        href: addressOf(talk, endpointOf(this)),
        'data-talk': talk.name ?? '',
        'aria-describedby': (line || reasons) && `about-${at}`,
      }, plain(talk.title)),
      node('span', { id: `about-${at}`, part: 'about' },
        line && node('span', { part: 'meta' }, line),
        // Spoken as a sentence of its own.
        line && reasons && node('span', { class: 'spoken' }, '. '),
        reasons && node('span', { part: 'reason' }, reasons)));
  }

  #tellOpened(event: Event): void {
    const link = (event.target as Element).closest('a');
    if (link) {
      tell(this, 'recap-open', { source: 'related', talk: link.dataset['talk'], uri: link.href });
    }
  }
}
