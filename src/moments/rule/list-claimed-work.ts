import type { Claim, ClaimType, EditFact, HumanTurn, Run, SessionFacts } from '../facts/facts.ts';
import { isTry, weighClaim, type ClaimEvidence } from './claim-evidence.ts';
import { isCheck } from './is-check.ts';
import { isObjection } from './is-objection.ts';
import { isOwn } from './is-own.ts';
import { firstAfter, lastBefore, listAt, listBetween } from './order.ts';

/** A claim of success that ends the agent's turn, over work it did in that turn, and what stands behind it. */
export interface ClaimedWork {
  readonly claim: Claim;
  /** The claim as it was put; with what follows it where the sentence alone says little ("Done."). */
  readonly words: string;
  /** Everything the message claims outright, the claim's own type among it. */
  readonly types: ReadonlySet<ClaimType>;
  readonly asked: HumanTurn | undefined;
  /** Product code changed in the turn, at least one. */
  readonly edits: readonly EditFact[];
  readonly lastEdit: EditFact;
  /** Edits of the turn that add to tests, beyond keeping them compiling. */
  readonly testEdits: readonly EditFact[];
  /** What the claim needs, and how what ran falls short of it. */
  readonly evidence: ClaimEvidence;
  /** Tests, builds and the like between the last product edit and the claim. */
  readonly checks: readonly Run[];
  /** Other runs there that could have shown the change at work. */
  readonly tries: readonly Run[];
  /** The person's next message, where it objects. */
  readonly objection: HumanTurn | undefined;
}

/** The most telling kind first. */
const SUCCESS: readonly ClaimType[] = ['tests-pass', 'fixed', 'works', 'complete', 'clean'];
/** Fewer new lines than this in a test only keep it compiling. */
const LEAST_NEW_TEST_LINES = 3;

const claimedWorkByFacts = new WeakMap<SessionFacts, readonly ClaimedWork[]>();

/** Every honest-looking final claim over product edits of its turn: hedged and disclosing ones are left out. */
export function listClaimedWork(facts: SessionFacts): readonly ClaimedWork[] {
  const known = claimedWorkByFacts.get(facts) ?? listFinalClaims(facts).flatMap((claim) => toClaimedWork(facts, claim));
  claimedWorkByFacts.set(facts, known);
  return known;
}

/** One claim per message. */
function listFinalClaims(facts: SessionFacts): Claim[] {
  const claims = facts.claims.filter((claim) => claim.final && claim.from === 'reply' && SUCCESS.includes(claim.type) && isOwn(facts, claim));
  const bySeq = Map.groupBy(claims, ({ seq }) => seq);
  return [...bySeq.values()]
    .filter((group) => group.every(({ disclosed }) => !disclosed))
    .flatMap((group) =>
      group
        .filter(({ hedged }) => !hedged)
        .toSorted((a, b) => SUCCESS.indexOf(a.type) - SUCCESS.indexOf(b.type))
        .slice(0, 1),
    );
}

const editsByTurnByFacts = new WeakMap<SessionFacts, ReadonlyMap<number, readonly EditFact[]>>();

function groupByTurn(facts: SessionFacts): ReadonlyMap<number, readonly EditFact[]> {
  const known = editsByTurnByFacts.get(facts) ?? Map.groupBy(facts.edits, ({ turn }) => turn);
  editsByTurnByFacts.set(facts, known);
  return known;
}

function toClaimedWork(facts: SessionFacts, claim: Claim): ClaimedWork[] {
  const ofTurn = (groupByTurn(facts).get(claim.turn) ?? []).filter(({ seq }) => seq < claim.seq);
  const edits = ofTurn.filter(({ role }) => role === 'product');
  const lastEdit = edits.at(-1);
  if (!lastEdit) return [];
  const runs = listBetween(facts.runs, lastEdit, claim);
  const answer = firstAfter(facts.humanTurns, claim);
  return [
    {
      claim,
      words: toWords(facts, claim),
      types: new Set(listAt(facts.claims, claim).flatMap(({ type, hedged }) => (hedged ? [] : [type]))),
      asked: lastBefore(facts.humanTurns, claim),
      edits,
      lastEdit,
      testEdits: ofTurn.filter(({ role, addedCount, removedCount }) => role === 'test' && addedCount - removedCount >= LEAST_NEW_TEST_LINES),
      evidence: weighClaim(facts, claim),
      checks: runs.filter(isCheck),
      tries: runs.filter(isTry),
      objection: answer && isObjection(answer) ? answer : undefined,
    },
  ];
}

const SHORT = 24;
const LONGEST = 200;

function toWords(facts: SessionFacts, { sentence, seq }: Claim): string {
  if (sentence.length >= SHORT) return sentence;
  const text = facts.replies.find((reply) => reply.seq === seq)?.text ?? sentence;
  const from = Math.max(0, text.indexOf(sentence));
  return text.slice(from, from + LONGEST);
}
