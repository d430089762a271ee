/** One question to a language model over HTTP: bounded in time, size and tries, and followed nowhere else. */
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';

export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly plainBody: string | null;
  readonly timeoutMs: number;
  /** Ends the sending when the person wants it no more. */
  readonly signal: AbortSignal;
}

export interface SendDeps {
  /** Asked before every try, with the bytes about to leave; what it returns is told how the try ended. A problem stops it. */
  readonly begin: (bytes: number) => Result<(outcome: string) => void, Problem>;
  /** Waits, or throws when the signal fires. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
}

const MOST_TRIES = 3;
const FIRST_WAIT_MS = 1000;
/** A server that asks for more is asked again by the person, not by Rounds. */
const LONGEST_WAIT_MS = 60_000;
/** The answer asked for is a few hundred words. */
const MOST_BYTES = 256 * 1024;
/** Too many requests, and what servers say when they are overloaded for a moment. */
const PASSING = new Set([429, 500, 502, 503, 504, 529]);
const NAMES_AN_OPTION = /response_format|json_object|temperature|max_tokens/i;

type Tried =
  | { readonly state: 'answered'; readonly text: string }
  | { readonly state: 'again'; readonly why: string; readonly waitMs: number | null }
  | { readonly state: 'plain' }
  | { readonly state: 'ended'; readonly problem: Problem };

/** The body of a successful answer. Nothing that a server says goes into a problem: it may repeat what it was sent, key and all. */
export async function sendRequest(outgoing: Outgoing, deps: SendDeps): Promise<Result<string, Problem>> {
  let { body, plainBody } = outgoing;
  let why = '';
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const began = deps.begin(Buffer.byteLength(body));
    if (!began.ok) return began;
    const tried = await tryOnce({ ...outgoing, body, plainBody }, deps.now);
    began.value(describeTried(tried));
    if (tried.state === 'answered') return ok(tried.text);
    if (tried.state === 'ended') return failed(tried.problem);
    if (tried.state === 'plain') {
      body = plainBody ?? body;
      plainBody = null;
      continue;
    }
    ({ why } = tried);
    const waitMs = tried.waitMs ?? FIRST_WAIT_MS * 4 ** tries;
    if (waitMs > LONGEST_WAIT_MS || tries === MOST_TRIES - 1) break;
    try {
      await deps.wait(waitMs, outgoing.signal);
    } catch {
      return failed(stopped());
    }
  }
  return failed(unreachable(`${why}.`, 'Try again later.'));
}

async function tryOnce({ url, headers, body, plainBody, timeoutMs, signal }: Outgoing, now: () => number): Promise<Tried> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.any([signal, timeout]) });
    const { status } = response;
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      return end('It sent the request on to another address, which was not followed.', 'Check the address in the settings.');
    }
    if (PASSING.has(status)) {
      await response.body?.cancel();
      return { state: 'again', why: `It answered ${status} each time`, waitMs: readRetryAfter(response.headers.get('retry-after'), now()) };
    }
    const text = await readBounded(response);
    if (text === null) return end('Its answer is too large to be one.', 'Check that the address is one of a language model.');
    if (response.ok) return { state: 'answered', text };
    if ((status === 400 || status === 422) && plainBody !== null && NAMES_AN_OPTION.test(text)) return { state: 'plain' };
    return end(`It answered ${status}.`, status === 401 || status === 403 ? 'Check the key.' : 'Check the address and the model in the settings.');
  } catch (error) {
    if (signal.aborted) return { state: 'ended', problem: stopped() };
    if (timeout.aborted) return end(`It did not answer within ${timeoutMs / 1000} s.`, 'Try again, or raise timeoutSeconds.');
    // What fetch throws for a network that fails; anything else is a bug.
    if (!(error instanceof TypeError)) throw error;
    return { state: 'again', why: `It cannot be reached (${readCode(error)})`, waitMs: null };
  }
}

/** Null where there is more than an answer can be; the rest is not read. */
async function readBounded(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** In ms; seconds or a date, as HTTP has it (RFC 9110, 10.2.3). Null where it says neither. */
function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function describeTried(tried: Tried): string {
  if (tried.state === 'answered') return 'answered';
  if (tried.state === 'plain') return 'knows not every option';
  return tried.state === 'again' ? tried.why : (tried.problem.why ?? tried.problem.what);
}

const readCode = (error: TypeError): string => (error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : 'network');
const stopped = (): Problem => problem('cannot-reach', 'The second reader was not waited for.', { why: 'It was stopped.' });
const unreachable = (why: string, next: string): Problem => problem('cannot-reach', 'The second reader gave no answer.', { why, next });
const end = (why: string, next: string): Tried => ({ state: 'ended', problem: unreachable(why, next) });
