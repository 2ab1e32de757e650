const widest = 576;
const margin = 8;

/** Lays the panel under the field, as wide as it reads well, wholly on the screen from 280 px on. */
export function place(panel: HTMLElement, host: HTMLElement): void {
  const box = host.getBoundingClientRect();
  const screen = document.documentElement.clientWidth;
  const width = Math.min(Math.max(box.width, widest), screen - 2 * margin);
  const left = Math.min(Math.max(box.left, margin), screen - margin - width);
  const height = (window.visualViewport?.height ?? window.innerHeight) - box.bottom - 2 * margin;
  panel.style.setProperty('inline-size', `${width}px`);
  panel.style.setProperty('left', `${left - box.left}px`);
  // A field at the bottom of the screen still gets a panel that one can read, by scrolling.
  panel.style.setProperty('--_room', `${Math.max(height, 240)}px`);
}
