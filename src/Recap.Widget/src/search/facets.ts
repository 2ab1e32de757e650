import { node, plain } from '../dom/nodes';
import type { Facet, FacetValue } from '../service/answers';
import type { Say } from '../texts/texts';

const prefix = 'FACET_FIELD_';
const shownValues = 8;
const usualFields = 'event year topic technology kind';

/** Facet field → the filter that narrows by it. A field that is not here is not shown. */
const filters: Record<string, string> = {
  EVENT: 'events',
  TOPIC: 'topics',
  TECHNOLOGY: 'technologies',
  SPEAKER: 'speakers',
  ORGANIZATION: 'organizations',
  KIND: 'kinds',
  LANGUAGE: 'languages',
  SOURCE: 'sources',
};

/** The facets that an element wants, as the service calls them. */
export function facetsOf(element: Element): string[] {
  const wanted = element.getAttribute('facets') ?? usualFields;
  return wanted.toUpperCase().split(/[\s,]+/)
    .filter((field) => field === 'YEAR' || Object.hasOwn(filters, field))
    .map((field) => prefix + field);
}

/** What the reader narrowed the search to, and the buttons that do so. */
export class Facets {
  readonly #box: HTMLDetailsElement;
  readonly #chosen = new Map<string, Map<string, FacetValue>>();
  readonly #say: Say;
  readonly #changed: () => void;

  constructor(box: HTMLDetailsElement, say: Say, readonly fields: string[], changed: () => void) {
    this.#box = box;
    this.#say = say;
    this.#changed = changed;
  }

  get parameters(): [string, string][] {
    return [...this.#chosen].flatMap(([field, values]) => [...values.keys()].flatMap((value): [string, string][] =>
      field === 'YEAR'
        ? [['filter.yearFrom', value], ['filter.yearTo', value]]
        : [[`filter.${filters[field]}`, value]]));
  }

  clear(): void {
    this.#chosen.clear();
  }

  show(facets: Facet[]): void {
    const focused = (this.#box.getRootNode() as ShadowRoot).activeElement?.id;
    const groups = facets.map((facet) => this.#group(facet)).filter((group) => group !== undefined);
    const chosen = [...this.#chosen.values()].reduce((sum, values) => sum + values.size, 0);
    this.#box.hidden = groups.length === 0;
    this.#box.replaceChildren(
      node('summary', { part: 'filters', id: 'filters' }, this.#say('filters') + (chosen ? ` (${chosen})` : '')),
      ...groups);
    // The buttons are new, yet it is the same button to whoever pressed it.
    if (focused) {
      this.#box.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus();
    }
  }

  #group(facet: Facet): HTMLElement | undefined {
    const field = (facet.field ?? '').replace(prefix, '');
    const chosen = this.#chosen.get(field);
    const offered = (facet.values ?? []).slice(0, shownValues);
    const missing = [...chosen?.values() ?? []].filter((value) => !offered.some((other) => other.value === value.value));
    const values = [...offered, ...missing].filter(({ value }) => value);
    if (!this.fields.includes(prefix + field) || values.length === 0) {
      return undefined;
    }
    const id = `facet-${field.toLowerCase()}`;
    return node('div', { part: 'facet', role: 'group', 'aria-labelledby': id },
      node('span', { part: 'facet-name', id }, this.#say(id)),
      ...values.map((value, at) => this.#button(field, value, `${id}-${at}`)));
  }

  #button(field: string, value: FacetValue, id: string): HTMLElement {
    const key = value.value ?? '';
    const isKind = key.startsWith('TALK_KIND_');
    const label = (isKind && kindInWords(key, this.#say)) || plain(value.label || key);
    const pressed = this.#chosen.get(field)?.has(key) ?? false;
    const button = node('button', { part: 'facet-value', type: 'button', id, 'aria-pressed': String(pressed) },
      label, node('span', { part: 'facet-count' }, ` ${value.count ?? 0}`));
    button.addEventListener('click', () => this.#toggle(field, value));
    return button;
  }

  #toggle(field: string, value: FacetValue): void {
    const key = value.value ?? '';
    const chosen = this.#chosen.get(field) ?? new Map<string, FacetValue>();
    if (!chosen.delete(key)) {
      // Years are filtered by a range, which two years apart would stretch over those between.
      if (field === 'YEAR') {
        chosen.clear();
      }
      chosen.set(key, value);
    }
    this.#chosen.set(field, chosen);
    this.#changed();
  }
}

/** A kind of session as people call it. */
export function kindInWords(kind: string, say: Say): string {
  return say(`kind-${kind.replace('TALK_KIND_', '').toLowerCase().replace(/_/g, '-')}`);
}
