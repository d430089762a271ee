import type { z } from 'zod';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { toProblem } from './to-problem.ts';

export interface TeamAddress {
  readonly url: string;
  /** A personal token, or that of a session; null for what anybody may ask. */
  readonly token: string | null;
}

export interface Sent {
  readonly method?: string;
  /** From /api on. */
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Or a body that is passed on as it comes. */
  readonly body?: ReadableStream | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface TeamClient {
  readonly url: string;
  /** The answer as it came, whatever its status; fails only where there was none. */
  readonly send: (sent: Sent) => Promise<Result<Response, Problem>>;
  /** The answer's body in its shape; a refusal comes back as the problem that the server told. */
  readonly ask: <S extends z.ZodType>(schema: S, sent: Sent) => Promise<Result<z.output<S>, Problem>>;
  /** For what answers with nothing. */
  readonly tell: (sent: Sent) => Promise<Result<null, Problem>>;
}

/** Speaks to a team server. Nothing is kept and no cookie is taken; redirects are not followed, so that the token goes nowhere else. */
export function createTeamClient({ url, token }: TeamAddress): TeamClient {
  const send: TeamClient['send'] = async ({ method = 'GET', path, json, body, headers, signal }) => {
    try {
      const response = await fetch(new URL(path, url), {
        method,
        redirect: 'manual',
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(body ? { body, duplex: 'half' } : {}),
        ...(signal ? { signal } : {}),
      });
      return ok(response);
    } catch (error) {
      return failed(cannotReach(url, error));
    }
  };
  const succeed: (sent: Sent) => Promise<Result<Response, Problem>> = async (sent) => {
    const sending = await send(sent);
    if (!sending.ok || sending.value.ok) return sending;
    return failed(await toProblem(url, sending.value));
  };
  return {
    url,
    send,
    async ask(schema, sent) {
      const answered = await succeed(sent);
      if (!answered.ok) return answered;
      const parsed = schema.safeParse(await answered.value.json().catch(() => undefined));
      return parsed.success ? ok(parsed.data) : failed(isNoRounds(url));
    },
    async tell(sent) {
      const answered = await succeed(sent);
      if (!answered.ok) return answered;
      await answered.value.body?.cancel();
      return ok(null);
    },
  };
}

export const isNoRounds = (url: string): Problem =>
  problem('cannot-reach', `What answers at ${url} is no team server of this Rounds.`, {
    next: 'Look at the address, and whether both are of the same version.',
  });

function cannotReach(url: string, error: unknown): Problem {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why = { ENOTFOUND: 'No machine has that name.', ECONNREFUSED: 'Nothing listens there.', ETIMEDOUT: 'It did not answer.' }[code];
  return problem('cannot-reach', `The team server at ${url} cannot be reached.`, {
    why: why ?? (cause instanceof Error ? cause.message : undefined),
    next: 'Try again when it is there: nothing was lost.',
  });
}
