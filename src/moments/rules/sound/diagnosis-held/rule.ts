import type { Claim, EditFact, Place, Run, SessionFacts } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { changesCode } from '../../../rule/changes-code.ts';
import { isCheck, isSettled } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import { isTaken } from '../../../rule/is-taken.ts';
import { weighsOptions } from '../../../rule/weighs-options.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Events between the statement and the change that follows from it. */
const NEAR = 6;
const NAME = /`([^`\n]{3,60})`|\b([a-z]+(?:[A-Z][a-z0-9]+)+)\b/g;
/** What is about to be done or was done, not how the code is. */
const NARRATES =
  /^(?:now|next|let me|let['’]s|good|i(?:['’]m|['’]ll| will| need| should| also)?\b|the (?:edit|change|fix|intent|plan)\b|looking at|for the)|\b(?:since|because) i\b|\bi(?:['’]ve| have)? (?:added|removed|changed)\b/i;

interface Borne {
  readonly edit: EditFact;
  readonly green: Run;
}

/** The next change is about what the statement names, of a file that had been looked at, and the next check passes. */
function findBorne(facts: SessionFacts, claim: Claim): Borne | undefined {
  const edit = firstAfter(facts.edits, claim);
  if (!edit || edit.turn !== claim.turn || edit.seq - claim.seq > NEAR || edit.role !== 'product' || !edit.readBefore || edit.fate.type !== 'kept')
    return undefined;
  const names = [...claim.sentence.matchAll(NAME)].map((match) => match[1] ?? match[2] ?? '');
  const isAbout = names.some((name) => edit.path.includes(name) || [...edit.added, ...edit.removed].some(({ text }) => text.includes(name)));
  const green = firstAfter(facts.runs, edit, (run) => isCheck(run) && isSettled(run));
  return isAbout && changesCode(edit) && green?.status === 'passed' && green.turn === claim.turn ? { edit, green } : undefined;
}

/** Nothing that failed had named it: it was found by reading. */
const isOwnFinding = (facts: SessionFacts, asked: Place, claim: Place): boolean =>
  !listBetween(facts.runs, asked, claim).some((run) => isCheck(run) && run.status === 'failed');

export const rule: Rule = {
  meta: {
    id: 'diagnosis-held',
    version: 3,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['look before you state', 'a cause is a prediction'],
    activities: ['E3', 'E6'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const claim of facts.claims) {
      const isStatement = (claim.type === 'cause' || claim.type === 'fact') && claim.from === 'reply' && !claim.final && !claim.hedged;
      if (!isStatement || NARRATES.test(claim.sentence) || told.has(claim.turn) || !isOwn(facts, claim)) continue;
      const asked = lastBefore(facts.humanTurns, claim) ?? { seq: -1, line: 0 };
      const looked = lastBefore(facts.reads, claim, ({ seq }) => seq > asked.seq);
      const borne = looked && findBorne(facts, claim);
      if (
        !looked ||
        !borne ||
        !(weighsOptions(facts, claim) || isOwnFinding(facts, asked, claim)) ||
        !isTaken(facts, borne.green, [borne.edit]) ||
        !isUncontested(facts, borne.green, listBetween(facts.edits, claim, borne.green).slice(0, 1))
      )
        continue;
      const { edit, green } = borne;
      told.add(claim.turn);
      yield {
        decision: { from: claim, shape: 'belief' },
        hindsight: [{ place: edit, quote: `${edit.shownPath} is changed` }, citeResult(green, `${green.command} passes`)],
        evidence: [
          { place: looked, quote: looked.path },
          { place: claim, quote: claim.sentence },
        ],
        confidence: 0.72,
        sources: 2,
        paths: [edit.path],
        params: { sentence: claim.sentence },
      };
    }
  },
};
