import { RecapRelated } from './related/related-element';

export type { RecapRelated };

declare global {
  interface HTMLElementTagNameMap {
    'recap-related': RecapRelated;
  }
}

// A page may load this file beside the one with both elements.
if (!customElements.get('recap-related')) {
  customElements.define('recap-related', RecapRelated);
}
