/** The options of a listbox and the one that the keyboard is on. Focus itself stays in the field. */
export class Options {
  readonly #field: HTMLElement;
  readonly #list: HTMLElement;

  constructor(field: HTMLElement, list: HTMLElement) {
    this.#field = field;
    this.#list = list;
  }

  get active(): HTMLElement | null {
    return this.#list.querySelector<HTMLElement>('[aria-selected="true"]');
  }

  /** None is active until an arrow key is pressed: a reader aloud would speak it over the typed characters. */
  replace(...groups: HTMLElement[]): void {
    this.activate(undefined);
    this.#list.replaceChildren(...groups);
    this.#list.hidden = groups.length === 0;
  }

  /** One option on or back; before the first and after the last comes the field itself. */
  move(step: 1 | -1): void {
    const options = [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
    const active = this.active;
    const at = active ? options.indexOf(active) + step : step > 0 ? 0 : options.length - 1;
    this.activate(options[at]);
  }

  activate(option: HTMLElement | undefined): void {
    this.active?.setAttribute('aria-selected', 'false');
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.#field.setAttribute('aria-activedescendant', option.id);
    } else {
      this.#field.removeAttribute('aria-activedescendant');
    }
  }
}
