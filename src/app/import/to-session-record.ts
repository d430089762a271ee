import type { NewSession } from '../../journal/sessions-table.ts';
import type { SessionCounts } from '../../model/api/sessions.ts';
import { toSessionId } from '../../model/session.ts';
import type { SessionFacts } from '../../moments/facts/facts.ts';
import { createTimeLine } from './create-time-line.ts';
import { toLanes } from './to-lanes.ts';
import { toRepositoryName } from './to-repository-name.ts';

const SPARK_SLICES = 24;
const MAX_TITLE = 100;
const MAX_WORDS = 200_000;

export interface SessionInput {
  readonly facts: SessionFacts;
  readonly derivation: number;
  readonly moments: number;
  readonly demo: boolean;
  /** When the file was written: the session's place in time where its records have none. */
  readonly fileTime: string;
}

/** What the journal keeps of a session beside its events: counts, shape, lanes, and the words it is found by. */
export function toSessionRecord({ facts, derivation, moments, demo, fileTime }: SessionInput): NewSession {
  const { session, humanTurns } = facts;
  const timeLine = createTimeLine(facts.marks);
  const opening = toOpening(facts);
  const title = session.title ?? opening;
  return {
    id: session.id,
    derivation,
    agent: facts.agent,
    parent: session.parentNativeId ? toSessionId(facts.agent, session.parentNativeId) : null,
    title,
    opening,
    repository: toRepositoryName(session),
    branch: session.branch ?? null,
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    sortAt: session.endedAt ?? session.startedAt ?? fileTime,
    demo,
    counts: toCounts(facts, moments),
    spark: timeLine.spark(SPARK_SLICES),
    detail: {
      session,
      durationMs: timeLine.durationMs,
      lanes: toLanes(facts, timeLine),
      turns: humanTurns.map(({ seq, line, acts }) => ({ seq, line, request: acts.has('request') })),
    },
    words: [title, ...humanTurns.map(({ own, text }) => own || text)].join('\n').slice(0, MAX_WORDS),
  };
}

function toOpening({ humanTurns, session }: SessionFacts): string {
  const first = humanTurns.find(({ own }) => own.trim() !== '') ?? humanTurns[0];
  const line = (first?.own || first?.text || '')
    .slice(0, 2000)
    .split('\n')
    .map((text) => text.replace(/^#+\s*/, '').trim())
    .find(Boolean);
  if (!line) return session.startedAt ? `Session of ${session.startedAt.slice(0, 16).replace('T', ' ')}` : 'Session without a title';
  return line.length > MAX_TITLE ? `${line.slice(0, MAX_TITLE - 1).trimEnd()}…` : line;
}

function toCounts(facts: SessionFacts, moments: number): SessionCounts {
  return {
    events: facts.marks.length,
    prompts: facts.humanTurns.length,
    edits: facts.edits.length,
    editsSurviving: facts.edits.filter(({ fate }) => fate.type === 'kept').length,
    runs: facts.runs.length,
    runsRed: facts.runs.filter(({ status }) => status === 'failed').length,
    commits: facts.commits.length,
    moments,
  };
}
