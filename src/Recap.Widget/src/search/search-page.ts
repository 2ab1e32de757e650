/** The form among an element's children, and the field that words are typed into: what serves without script. */
export function fallbackField(element: Element): HTMLInputElement | undefined {
  const field = element.querySelector<HTMLInputElement>('form input:is([type="search"], [type="text"], :not([type]))');
  return field?.name && field.form?.method === 'get' ? field : undefined;
}

/** The site's own search page for a query: `search-url`, else the address that the fallback form would go to. */
export function searchPage(element: Element, query: string): string | undefined {
  const page = element.ownerDocument;
  const given = element.getAttribute('search-url');
  if (given !== null) {
    return new URL(given + encodeURIComponent(query), page.baseURI).href;
  }
  const field = fallbackField(element);
  if (!field?.form) {
    return undefined;
  }
  const address = new URL(field.form.getAttribute('action') ?? '', page.baseURI);
  const values = new FormData(field.form);
  values.set(field.name, query);
  for (const name of new Set(values.keys())) {
    address.searchParams.delete(name);
    values.getAll(name).forEach((value) => value && address.searchParams.append(name, String(value)));
  }
  return address.href;
}
