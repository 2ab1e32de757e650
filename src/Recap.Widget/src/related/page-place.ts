/** Address of the page for the service: the canonical one where the page says it, without query and fragment. */
export function postAddress(element: Element): string {
  const page = element.ownerDocument;
  const given = element.getAttribute('post-url')
    ?? page.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href
    ?? page.URL;
  const address = new URL(given, page.baseURI);
  return `${address.origin}${address.pathname}`;
}

/** Id of the last heading before an element: the heading of the talk it stands under. */
function headingAbove(element: Element): string {
  const headings = [...element.ownerDocument.querySelectorAll('h1[id],h2[id],h3[id],h4[id],h5[id],h6[id]')];
  const above = headings.filter((heading) =>
    heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  return above.at(-1)?.id ?? '';
}

/** The anchor an element is about: as given, `auto` for the heading above; null for the whole page. */
export function anchorOf(element: Element): string | null {
  const given = element.getAttribute('anchor');
  return given === 'auto' ? headingAbove(element) : given;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: the text was never escaped.
    return text;
  }
}

/** Whether `uri` leads to `anchor`, however each of them is escaped, composed or capitalised. */
export function leadsTo(uri: string | undefined, anchor: string): boolean {
  const fold = (text: string) => unescaped(text.replace(/^#/, '')).normalize('NFC').toLowerCase();
  const fragment = (uri ?? '').split('#')[1];
  return !!fragment && fold(fragment) === fold(anchor);
}
