/**
 * Base address of the service, without a slash at the end. Where the page does not say it, it is where this
 * very file was served from: `https://host/prefix/widget/recap.js` stands for `https://host/prefix`.
 */
export function endpointOf(element: Element): string {
  const given = element.getAttribute('endpoint');
  const base = given === null
    ? new URL('..', import.meta.url)
    : new URL(given, element.ownerDocument.baseURI);
  return base.href.replace(/[?#].*$/, '').replace(/\/+$/, '');
}

/** Words of a list attribute, which are parted by commas. */
export function listOf(element: Element, attribute: string): string[] {
  return (element.getAttribute(attribute) ?? '').split(',').map((word) => word.trim()).filter(Boolean);
}

/** Whole number of an attribute, kept within bounds. */
export function numberOf(element: Element, attribute: string, fallback: number, most: number): number {
  const given = Number.parseInt(element.getAttribute(attribute) ?? '', 10);
  return Number.isNaN(given) ? fallback : Math.min(Math.max(given, 0), most);
}

/** The filters that hold for all an element asks for. */
export function standingFilters(element: Element): [string, string][] {
  return [
    ...listOf(element, 'source').map((name): [string, string] => ['filter.sources', name]),
    ...listOf(element, 'topics').map((id): [string, string] => ['filter.topics', id]),
  ];
}
