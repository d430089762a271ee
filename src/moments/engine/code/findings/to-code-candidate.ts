/** The candidate all rules on code report: the edit is the decision, and what later judged it is the hindsight. */
import type { HumanTurn, Run, SessionFacts } from '../../../facts/facts.ts';
import type { Candidate, Cited } from '../../../rule/rule.ts';
import { findAdmission, findObjection, findUndoing, wasJudged } from './edit-story.ts';
import type { Finding } from './list-findings.ts';

export interface CodeVerdict {
  readonly confidence: number;
  /** Words by which a later message is known to speak of this. */
  readonly words: RegExp;
  /** The failing run that stood before the edit, where it makes the finding more likely. */
  readonly red?: Run | undefined;
  /** The person's message that speaks of this, where it takes no objection to see that. */
  readonly told?: HumanTurn | undefined;
  readonly evidence?: readonly Cited[];
  readonly hindsight?: readonly Cited[];
  readonly worth?: 1 | 2 | 3;
  readonly params?: Readonly<Record<string, string>>;
}

/** What one independent source that agrees adds, the first and the further ones: our own starting values. */
const AGREEING = [0, 0.15, 0.2, 0.22] as const;
const MOST_CONFIDENT = 0.95;

export function toCodeCandidate(facts: SessionFacts, { edit, match, all }: Finding, verdict: CodeVerdict): Candidate {
  const undoing = findUndoing(facts, edit, match);
  const objection = verdict.told ?? findObjection(facts, edit, verdict.words);
  const admission = findAdmission(facts, edit, verdict.words);
  const hindsight: Cited[] = [
    ...(verdict.hindsight ?? []),
    ...(objection ? [{ place: objection, quote: objection.own || objection.text }] : []),
    ...(admission ? [{ place: admission, quote: admission.sentence }] : []),
    ...(undoing ? [{ place: undoing, quote: `Taken away again: ${match.text}` }] : []),
  ];
  const agreeing = (verdict.red ? 1 : 0) + (objection ? 1 : 0) + (admission || (undoing && wasJudged(facts, edit, undoing)) ? 1 : 0);
  return {
    decision: { from: edit, shape: edit.role === 'test' ? 'test-edit' : 'edit' },
    hindsight,
    evidence: [
      ...all.slice(0, 3).map(({ text }) => ({ place: edit, quote: text })),
      ...(verdict.red ? [{ place: toResult(verdict.red), quote: verdict.red.failure?.message || verdict.red.command }] : []),
      ...(verdict.evidence ?? []),
    ],
    confidence: Math.min(MOST_CONFIDENT, verdict.confidence + (AGREEING[agreeing] ?? 0)),
    ...(verdict.worth ? { worth: verdict.worth } : {}),
    sources: 1 + agreeing,
    paths: [edit.path],
    found: all,
    params: { file: edit.shownPath, code: match.text, ...verdict.params },
  };
}

export const toResult = (run: Run): { seq: number; line: number } =>
  run.resultSeq !== null && run.resultLine !== null ? { seq: run.resultSeq, line: run.resultLine } : run;
