import { node } from '../dom/nodes';
import type { Say } from '../texts/texts';

const svg = 'http://www.w3.org/2000/svg';

/** A magnifying glass, drawn node by node: an image from a `data:` address is refused by strict policies. */
function glass(): SVGElement {
  const icon = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', 'M10.5 10.5 15 15M12 6.5a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('part', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  icon.append(path);
  return icon;
}

function hint(shortcut: string | undefined): HTMLElement | undefined {
  return shortcut?.length === 1 ? node('kbd', { part: 'shortcut', 'aria-hidden': 'true' }, shortcut) : undefined;
}

/** The boxes of the element, empty. */
export function buildView(say: Say, shortcuts: string[], keys: string) {
  const field = node('input', {
    part: 'field', id: 'field', type: 'text', role: 'combobox', 'aria-label': say('label'),
    placeholder: say('placeholder'), 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'list',
    'aria-keyshortcuts': keys || false,
    autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search',
  });
  const notice = node('p', { part: 'notice', hidden: '' });
  const correction = node('button', { part: 'correction', type: 'button', hidden: '' });
  const suggestions = node('div', { part: 'suggestions', role: 'group', 'aria-label': say('suggestions'), hidden: '' });
  const facets = node('details', { part: 'facets', hidden: '' });
  const list = node('div', { part: 'list', id: 'list', role: 'listbox', 'aria-label': say('talks'), hidden: '' });
  const footer = node('div', { part: 'footer' });
  const fallback = node('div', { part: 'fallback' }, node('slot', {}));
  const panel = node('div', { part: 'panel', tabindex: '-1', hidden: '' },
    notice, correction, facets, list, footer, suggestions);
  const status = node('div', { class: 'spoken', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const form = node('form', { part: 'form', role: 'search' },
    node('div', { part: 'bar' }, glass(), field, hint(shortcuts[0])), panel, status);
  return { form, field, panel, notice, correction, suggestions, facets, list, footer, fallback, status };
}

export type View = ReturnType<typeof buildView>;

/** A button that opens `form` in a dialog, and that dialog. */
export function buildDialog(form: HTMLElement, say: Say, shortcuts: string[], keys: string) {
  const opener = node('button', { part: 'opener', type: 'button', 'aria-haspopup': 'dialog', 'aria-keyshortcuts': keys || false },
    glass(), node('span', {}, say('label')), hint(shortcuts[0]));
  const close = node('button', { part: 'close', type: 'button' }, say('close'));
  const dialog = node('dialog', { part: 'dialog', 'aria-label': say('label') }, form, close);
  opener.addEventListener('click', () => dialog.showModal());
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    // Only the backdrop hits the dialog itself.
    if (event.target === dialog) {
      dialog.close();
    }
  });
  return { opener, dialog };
}
