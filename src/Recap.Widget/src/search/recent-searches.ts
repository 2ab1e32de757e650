const key = 'recap-recent';
const most = 5;

/** Searches that led somewhere, latest first; kept in this browser only. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, most) : [];
  } catch {
    // Storage is forbidden, or someone else's: there is nothing to remember.
    return [];
  }
}

function keep(queries: string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(queries));
  } catch {
    // Storage is forbidden or full: the search goes on without memory.
  }
}

export function rememberSearch(query: string): void {
  keep([query, ...recentSearches().filter((other) => other !== query)].slice(0, most));
}

export function forgetSearches(): void {
  keep([]);
}
