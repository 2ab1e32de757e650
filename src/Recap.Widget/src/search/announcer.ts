/** Least time between two announcements: a reader aloud is not to be cut short by every key. */
const pause = 1000;

/** Speaks through a polite live region, at most once a second; of what comes meanwhile, the last is spoken. */
export class Announcer {
  readonly #region: HTMLElement;
  #waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  say(message: string): void {
    this.#waiting = message;
    if (this.#timer === undefined) {
      this.#speak();
    }
  }

  #speak(): void {
    if (this.#waiting === undefined) {
      this.#timer = undefined;
      return;
    }
    this.#region.textContent = this.#waiting;
    this.#waiting = undefined;
    this.#timer = setTimeout(() => this.#speak(), pause);
  }
}
