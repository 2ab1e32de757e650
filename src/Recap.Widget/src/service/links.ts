import type { Talk } from './answers';

/**
 * Where a talk is read: its place in the post, or its page at the service where the post's address is not known.
 * Anything but http and https is not followed, whatever the index holds.
 */
export function addressOf(talk: Talk, endpoint: string): string {
  try {
    const address = new URL(talk.uri ?? '');
    if (address.protocol === 'https:' || address.protocol === 'http:') {
      return address.href;
    }
  } catch {
    // Not an address at all: the talk's own page serves.
  }
  return pageOf(talk, endpoint);
}

/** Its page at the service. */
export function pageOf(talk: Talk, endpoint: string): string {
  return `${endpoint}/${(talk.name ?? '').split('/').map(encodeURIComponent).join('/')}`;
}
