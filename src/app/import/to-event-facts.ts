import type { EventFact } from '../../model/api/sessions.ts';
import type { EditFact, Place, Run, SessionFacts } from '../../moments/facts/facts.ts';

const CHECKS: ReadonlySet<string> = new Set(['test', 'build', 'type-check', 'lint']);

/** What the facts know about single events, by the event's seq, for the transcript on screen. */
export function toEventFacts(facts: SessionFacts): Map<number, EventFact> {
  const factBySeq = new Map<number, EventFact>();
  const add = (seq: number, fact: EventFact): void => void factBySeq.set(seq, { ...factBySeq.get(seq), ...fact });
  const failuresSoFar = new Map<string, number>();
  for (const run of facts.runs) add(run.seq, { run: toRunFact(run, failuresSoFar) });
  const checks = facts.runs.filter((run) => CHECKS.has(run.class));
  for (const edit of facts.edits) add(edit.seq, { edit: toEditFact(edit, facts, checks) });
  for (const claim of facts.claims) add(claim.seq, { claims: [...new Set([...(factBySeq.get(claim.seq)?.claims ?? []), claim.type])] });
  return factBySeq;
}

function toRunFact(run: Run, failuresSoFar: Map<string, number>): EventFact['run'] {
  const signature = run.failure?.signature;
  const sameFailureAsBefore = signature ? (failuresSoFar.get(signature) ?? 0) : 0;
  if (signature) failuresSoFar.set(signature, sameFailureAsBefore + 1);
  return { class: run.class, status: run.status, exitCode: run.exitCode, durationMs: run.durationMs, sameFailureAsBefore };
}

function toEditFact(edit: EditFact, { humanTurns, commits }: SessionFacts, checks: readonly Run[]): EventFact['edit'] {
  return {
    role: edit.role,
    fate: edit.fate.type,
    promptSeq: lastBefore(humanTurns, edit.seq),
    nextRunSeq: firstAfter(checks, edit.seq),
    commitSeq: firstAfter(commits, edit.seq),
  };
}

const lastBefore = (places: readonly Place[], seq: number): number | null => places.findLast((place) => place.seq < seq)?.seq ?? null;
const firstAfter = (places: readonly Place[], seq: number): number | null => places.find((place) => place.seq > seq)?.seq ?? null;
