/** The site's own search page for a query: `search-url`, else the address that the fallback form would go to. */
export function searchPage(element: Element, query: string): string | undefined {
  const page = element.ownerDocument;
  const given = element.getAttribute('search-url');
  if (given !== null) {
    return new URL(given + encodeURIComponent(query), page.baseURI).href;
  }
  const form = element.querySelector('form');
  const field = form?.querySelector<HTMLInputElement>('input[type="search"], input[type="text"], input:not([type])');
  if (!form || !field?.name || form.method !== 'get') {
    return undefined;
  }
  const address = new URL(form.getAttribute('action') ?? '', page.baseURI);
  for (const [name, value] of new FormData(form)) {
    address.searchParams.set(name, String(value));
  }
  address.searchParams.set(field.name, query);
  return address.href;
}
