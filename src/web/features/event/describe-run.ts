import type { EventOf } from '../../../model/event.ts';
import type { EventFact } from '../../../model/api/sessions.ts';
import { formatDuration } from '../../text/format-amount.ts';

export interface RunWords {
  readonly tone: 'good' | 'bad' | 'neutral';
  /** How it ended in one word: colour never says it alone. */
  readonly word: string;
  /** "exit 1 · 2.1 s · same failure, third time". */
  readonly detail: string;
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const joinParts = (parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ');
const exitPart = (code: number | null | undefined): string | null => (code === null || code === undefined ? null : `exit ${code}`);
const durationPart = (ms: number | null | undefined): string | null => (ms === null || ms === undefined ? null : formatDuration(ms));

const TONES: Readonly<Record<string, readonly [RunWords['tone'], string]>> = {
  passed: ['good', 'passed'],
  ok: ['good', 'passed'],
  failed: ['bad', 'failed'],
  refused: ['neutral', 'refused'],
  interrupted: ['neutral', 'interrupted'],
  running: ['neutral', 'still running'],
};

const CHECKS: ReadonlySet<string> = new Set(['test', 'build', 'type-check', 'lint']);

/** From what the facts know of a run. */
export function describeRunFact(run: NonNullable<EventFact['run']>): RunWords {
  const [tone, passed] = TONES[run.status] ?? ['neutral', 'ended, result unknown'];
  // Only a check can pass; other commands are merely done.
  const word = run.status === 'passed' && !CHECKS.has(run.class) ? 'done' : passed;
  const times = run.sameFailureAsBefore + 1;
  const again = run.sameFailureAsBefore > 0 && `same failure, ${ORDINALS[times] ? `${ORDINALS[times]} time` : `${times} times`}`;
  return { tone, word, detail: joinParts([exitPart(run.exitCode), durationPart(run.durationMs), again]) };
}

/** From the result alone. */
export function describeRunResult(result: EventOf<'result'>): RunWords {
  const [tone, word] = TONES[result.outcome] ?? ['neutral', 'ended, result unknown'];
  const isGuess = result.exitInferred && result.outcome === 'ok';
  return {
    tone,
    word: isGuess ? 'no error reported' : word === 'passed' ? 'ok' : word,
    detail: joinParts([!result.exitInferred && exitPart(result.exitCode), durationPart(result.durationMs)]),
  };
}
