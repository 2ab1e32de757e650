/** Nobody waits longer for a list of talks. */
const patience = 5000;

const warned = new Set<string>();

/** The service gave no usable answer: away, too slow, or it refused. */
export class ServiceAway extends Error {
  constructor(readonly status: number) {
    super();
  }
}

/**
 * A plain GET: cacheable, without cookies, free of CORS preflight. Resolves to undefined once `signal` is aborted,
 * so that a later question silences an earlier one.
 */
export async function ask<Answer>(
  endpoint: string,
  method: string,
  parameters: [string, string][],
  signal?: AbortSignal,
): Promise<Answer | undefined> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  signal?.addEventListener('abort', () => controller.abort());
  try {
    const response = await fetch(`${endpoint}/v1/${method}?${new URLSearchParams(parameters)}`, {
      credentials: 'omit',
      signal: controller.signal,
    });
    if (!response.ok) {
      throw new ServiceAway(response.status);
    }
    return (await response.json()) as Answer;
  } catch (error) {
    if (signal?.aborted) {
      return undefined;
    }
    throw error instanceof ServiceAway ? error : new ServiceAway(0);
  } finally {
    clearTimeout(timer);
  }
}

/** Says once a page that the service at `endpoint` does not answer: a page full of elements is one fault. */
export function warnOnce(endpoint: string): void {
  if (!warned.has(endpoint)) {
    warned.add(endpoint);
    console.warn(`recap: no answer from ${endpoint}`);
  }
}
