import type { Journal } from '../../../journal/open-journal.ts';
import type { WatchedRound } from './list-watched.ts';

const DAY_MS = 86_400_000;
/** A check long after says little of one change. A considered proposal. */
const WITHIN_DAYS = 14;
const CHECKS: ReadonlySet<string> = new Set(['test', 'build', 'type-check', 'lint']);
const MAX_WORDS = 300;

export interface LaterCheck {
  readonly status: 'passed' | 'failed';
  readonly at: string;
  readonly words: string;
  /** Session and event. */
  readonly ref: string;
}

/** The first test, build, lint or type check that ended in a later session of mine in the same folder; null where none was seen. */
export function findLaterCheck(journal: Journal, { decidedAt, folder, moment }: WatchedRound): LaterCheck | null {
  const end = new Date(Date.parse(decidedAt) + WITHIN_DAYS * DAY_MS).toISOString();
  const found = journal.sessions
    .listSince(decidedAt)
    .filter(({ id, startedAt, demo }) => id !== moment.session && !demo && startedAt !== null && startedAt > decidedAt && startedAt <= end)
    .filter(({ id }) => journal.sessions.getDetail(id)?.session.cwd === folder)
    .flatMap(({ id, derivation }) => findFirstCheck(journal, id, derivation) ?? [])
    .sort((a, b) => a.at.localeCompare(b.at));
  return found[0] ?? null;
}

function findFirstCheck(journal: Journal, session: string, derivation: number): LaterCheck | null {
  const facts = Object.entries(journal.events.listFacts(derivation, 0, Number.MAX_SAFE_INTEGER))
    .map(([seq, { run }]) => ({ seq: Number(seq), run }))
    .sort((a, b) => a.seq - b.seq);
  for (const { seq, run } of facts) {
    if (!run || !CHECKS.has(run.class) || (run.status !== 'passed' && run.status !== 'failed')) continue;
    const event = journal.events.list(derivation, seq, 1)[0];
    if (!event?.at) continue;
    const command = event.kind === 'call' && event.action.type === 'run' ? event.action.command : run.class;
    return { status: run.status, at: event.at, words: command.slice(0, MAX_WORDS), ref: `${session}:${seq}` };
  }
  return null;
}
