/** Texts by key, in one language. Keys that end in `-one` and `-other` are chosen by number. */
export type Texts = Record<string, string>;

/** Fills a text: `{name}` stands for a value. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Language an element is in: its own `lang`, else that of the nearest ancestor, across shadow roots. */
function languageOf(element: Element): string {
  let at: Element | null = element;
  while (at) {
    const marked: Element | null = at.closest('[lang]');
    if (marked) {
      return marked.getAttribute('lang') ?? '';
    }
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

export function isFrench(element: Element): boolean {
  return /^fr\b/i.test(languageOf(element));
}

/** The texts of an element: French in French pages, English elsewhere, each replaced by its `text-…` attribute. */
export function textsOf(element: Element, french: Texts, english: Texts): Say {
  const inFrench = isFrench(element);
  const texts = inFrench ? french : english;
  return (key, values = {}) => {
    const count = values['n'];
    // In French nothing and one are singular.
    const exact = typeof count !== 'number' ? key
      : `${key}-${count === 1 || (inFrench && count === 0) ? 'one' : 'other'}`;
    const text = element.getAttribute(`text-${exact}`) ?? texts[exact] ?? '';
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
