/**
 * Puts `<recap-related>` under each talk of a post written in Markdown. Comes after `rehypeHeadingIds`, which gives
 * the headings their anchors.
 *
 * Options: `endpoint`; `limit` (4); `headings` (['h2']): the headings that are talks in a post that `related` does not
 * know; `source`; `lang` ('fr'); `related`: what `/v1/talks:related` answers for the whole site, for the lists that
 * stand without JavaScript or service and to tell talks from other headings; `addressOf(path)`: public address of
 * the post at a path of the project, needed with `related`.
 */
export function rehypeRecapRelated(options) {
  const groups = new Map((options.related?.groups ?? []).map((group) => [keyOf(group.about?.uri ?? ''), group]));
  return (tree, file) => {
    const address = options.addressOf?.(file.path);
    const talkAt = (id) => groups.get(keyOf(`${address}#${id}`));
    const isKnown = address && tree.children.some((child) => isHeading(child) && talkAt(child.properties.id));
    const isTalk = (heading) => isKnown ? talkAt(heading.properties.id) : (options.headings ?? ['h2']).includes(heading.tagName);
    const elementFor = (heading) => relatedElement(heading.properties.id, isKnown ? talkAt(heading.properties.id).suggestions : undefined, address, options);
    tree.children = withRelated(tree.children, isTalk, elementFor);
  };
}

function keyOf(uri) {
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const [address, anchor] = uri.split('#');
  return `${decoded(address)}#${decoded(anchor ?? '')}`;
}

function isHeading(node) {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName) && node.properties?.id;
}

/** Footnotes come after the last talk, not in it. */
function isEnd(node) {
  return node.type === 'element' && 'dataFootnotes' in (node.properties ?? {});
}

/** A talk ends at the next talk or at the next heading of its rank or above. */
function withRelated(children, isTalk, elementFor) {
  const out = [];
  let open;
  for (const child of children) {
    const startsTalk = isHeading(child) && isTalk(child);
    const endsTalk = startsTalk || isEnd(child) || (isHeading(child) && child.tagName <= open?.tagName);
    if (open && endsTalk) {
      out.push(elementFor(open));
      open = undefined;
    }
    if (startsTalk) {
      open = child;
    }
    out.push(child);
  }
  return open ? [...out, elementFor(open)] : out;
}

function element(tagName, properties, ...children) {
  return { type: 'element', tagName, properties, children: children.filter(Boolean) };
}

function text(value) {
  return { type: 'text', value };
}

function item({ talk = {} }) {
  const about = [talk.speakers?.map(({ displayName }) => displayName).join(', '), talk.event?.displayName].filter(Boolean).join(' · ');
  return element('li', {}, element('a', { href: talk.uri }, text(talk.title ?? '')), about && text(`, ${about}`));
}

function relatedElement(anchor, suggestions, address, { endpoint, limit = 4, source, lang = 'fr' }) {
  const listed = (suggestions ?? []).filter(({ talk }) => /^https?:/.test(talk?.uri ?? '')).slice(0, limit);
  return element('recap-related', {
    endpoint, anchor, limit: String(limit), source, 'post-url': address, reserve: suggestions ? undefined : '0', 'data-pagefind-ignore': '',
  }, listed.length > 0 && element('section', { 'data-nosnippet': '' },
    element('p', {}, text(lang.startsWith('fr') ? 'À lire ensuite' : 'Read next')),
    element('ul', {}, ...listed.map(item))));
}
