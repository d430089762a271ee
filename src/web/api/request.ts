import type { ProblemResponse } from '../../model/api/machine.ts';
import { ApiFailure, unreachable } from './api-failure.ts';
import { setTurnedAway, tellSignedOut } from './entry-state.ts';

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Lets a last save finish while the page is being left. */
  readonly keepalive?: boolean;
}

async function readProblem(response: Response): Promise<ApiFailure> {
  const fallback = { status: response.status, title: `Rounds answered with an error (${response.status}).` };
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as Partial<ProblemResponse>;
    return new ApiFailure({ ...fallback, ...problem, title: problem.title ?? fallback.title, status: response.status });
  } catch {
    return new ApiFailure(fallback);
  }
}

/** The team's server knows accounts, one's own Rounds knows browsers: each turns away in its own way, and neither for the other. */
function noteWhoIsLetIn(path: string, status: number): void {
  if (path.startsWith('/api/auth/')) return;
  if (!path.startsWith('/api/team/')) setTurnedAway(status === 401);
  else if (status === 401) tellSignedOut();
}

/**
 * One request to this page's own server. The shapes are those of `src/model/api`; the server makes them with the same
 * schemas, so they are not checked a second time here. Throws {@link ApiFailure} only, and AbortError when `signal` fires.
 */
export async function request<Answer>(path: string, { method = 'GET', body, signal, keepalive }: RequestOptions = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? { accept: 'application/json' } : { accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
      ...(keepalive === undefined ? {} : { keepalive }),
    });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw unreachable();
  }
  noteWhoIsLetIn(path, response.status);
  if (!response.ok) throw await readProblem(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** `/api/sessions?agent=codex`: absent values are left out. */
export function toPath(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, String(value)]])));
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
