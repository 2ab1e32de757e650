import './recap-related';
import { RecapSearch } from './search/search-element';

export type { RecapRelated } from './recap-related';
export type { RecapSearch };

declare global {
  interface HTMLElementTagNameMap {
    'recap-search': RecapSearch;
  }
}

if (!customElements.get('recap-search')) {
  customElements.define('recap-search', RecapSearch);
}
