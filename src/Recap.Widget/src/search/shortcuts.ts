function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));
}

function matches(event: KeyboardEvent, shortcut: string): boolean {
  const wantsModifier = /^mod\+/i.test(shortcut);
  const key = shortcut.replace(/^mod\+/i, '').toLowerCase();
  return event.key.toLowerCase() === key && (event.ctrlKey || event.metaKey) === wantsModifier && !event.altKey;
}

/** Shortcuts as an element says them, parted by spaces: `/` and `mod+k` unless told, none for `none`. */
export function shortcutsOf(element: Element): string[] {
  const given = element.getAttribute('shortcuts') ?? '/ mod+k';
  return given === 'none' ? [] : given.split(/\s+/).filter(Boolean);
}

/** The same for `aria-keyshortcuts`. */
export function keyShortcuts(shortcuts: string[]): string {
  return shortcuts
    .flatMap((shortcut) => /^mod\+/i.test(shortcut)
      ? ['Control+', 'Meta+'].map((modifier) => modifier + shortcut.slice(4).toUpperCase())
      : [shortcut])
    .join(' ');
}

/** Whether a key asks for the search: never inside a field, nor where another element already took it. */
export function asksForSearch(event: KeyboardEvent, shortcuts: string[]): boolean {
  return !event.defaultPrevented && !event.isComposing && !isTyping(event)
    && shortcuts.some((shortcut) => matches(event, shortcut));
}
