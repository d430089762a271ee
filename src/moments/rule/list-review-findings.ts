/** Findings of a review that the person brought into the session, and the code of this session they are about. */
import type { EditFact, HumanTurn, Message, SessionFacts } from '../facts/facts.ts';
import { readFinding, type FindingKind, type ReviewFinding } from '../facts/review/read-findings.ts';
import { isOwn } from './is-own.ts';
import { firstAfter } from './order.ts';
import type { Candidate } from './rule.ts';

/** The reviewer was wrong, and the agent says so. */
const REJECTED =
  /\bfalse positive\b|\bnot (?:a |an )?(?:real |actual )?(?:bug|issue|problem)\b|\b(?:is|are)(?:n't| not) (?:correct|accurate|right|valid|reachable)\b|\balready (?:handled|covered|guarded)\b|\b(?:by design|intentional)\b|\bno change (?:is )?needed\b|\b(?:push back|I'd (?:skip|leave|decline))\b/i;

interface Brought {
  readonly turn: HumanTurn;
  readonly finding: ReviewFinding;
  readonly edit: EditFact | undefined;
  readonly fix: EditFact | undefined;
  readonly answer: Message | undefined;
}

export function* listReviewFindings(facts: SessionFacts, kinds: readonly FindingKind[]): Iterable<Brought> {
  for (const turn of facts.humanTurns) {
    if (!isOwn(facts, turn)) continue;
    const finding = readFinding(turn.text);
    if (!finding || !kinds.includes(finding.kind)) continue;
    const answer = facts.replies.findLast((reply) => reply.turn === turn.turn && isOwn(facts, reply));
    const fix = firstAfter(facts.edits, turn, (edit) => edit.turn === turn.turn);
    if (!fix && answer && REJECTED.test(answer.text)) continue;
    const edit = facts.edits.findLast((one) => one.seq < turn.seq && isOwn(facts, one) && isAbout(one, finding));
    yield { turn, finding, edit, fix, answer };
  }
}

/** Names worth matching are longer than a word of the language. */
const LEAST_NAME = 5;

const isAbout = (edit: EditFact, { names }: ReviewFinding): boolean =>
  names.some((name) => name.length >= LEAST_NAME && (edit.path.endsWith(name) || edit.added.some(({ text }) => text.includes(name))));

export function toFindingCandidate({ turn, finding, edit, fix, answer }: Brought): Candidate {
  return {
    mark: { from: turn },
    // Where the code is older than the session, the tape stops at the remark: is it right?
    decision: edit ? { from: edit, shape: edit.role === 'test' ? 'test-edit' : 'edit' } : { from: turn, shape: 'request' },
    hindsight: [
      { place: turn, quote: finding.sentence },
      ...(fix ? [{ place: fix, quote: `${fix.shownPath} is changed` }] : []),
      ...(answer ? [{ place: answer, quote: answer.text }] : []),
    ],
    evidence: [{ place: turn, quote: finding.sentence }],
    confidence: fix ? 0.6 : 0.45,
    sources: fix ? 2 : 1,
    paths: edit ? [edit.path] : [],
    params: { sentence: finding.sentence },
  };
}
