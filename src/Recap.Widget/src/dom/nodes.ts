import type { TextSegment } from '../service/answers';

type Child = Node | string | false | undefined;

/**
 * Builds an element. `part` is shared between the public `::part` and the rules of the sheets; text only ever
 * becomes text nodes, so no sink that Trusted Types guards is touched.
 */
export function node<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | false>,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const built = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) {
      built.setAttribute(name, value);
    }
  }
  built.append(...children.filter((child): child is Node | string => !!child));
  return built;
}

/** Text as it may be shown: controls that turn the direction of what follows are dropped. */
export function plain(text: string | undefined): string {
  return (text ?? '').replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, '');
}

/** Segments as text nodes and `<mark>`s. */
export function highlighted(segments: TextSegment[]): (Node | string)[] {
  return segments.map((segment) =>
    segment.highlighted ? node('mark', { part: 'mark' }, plain(segment.text)) : plain(segment.text));
}

/** A sheet that `adoptedStyleSheets` takes: no style element, which a content security policy would refuse. */
export function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** Tells the page what happened; it may count such events without cookies. */
export function tell(from: Element, name: string, detail: object): void {
  from.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}
