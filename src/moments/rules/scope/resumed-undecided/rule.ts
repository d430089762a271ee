import type { HumanTurn, SessionFacts } from '../../../facts/facts.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** The person's last words asked or doubted, and gave no order. */
const leavesOpen = ({ acts }: HumanTurn): boolean => (acts.has('question') || acts.has('correction')) && !acts.has('approval') && !acts.has('request');

/** The message a program puts in the person's place after a compaction says nothing of theirs. */
const findLastWords = (facts: SessionFacts, before: { readonly seq: number; readonly line: number }): HumanTurn | undefined =>
  lastBefore(facts.humanTurns, before, (turn) => turn.own.trim() !== '');

export const rule: Rule = {
  meta: {
    id: 'resumed-undecided',
    version: 1,
    kind: 'scope',
    stage: 'nursery',
    worth: 3,
    concepts: ['who decides?', 'what a summary leaves out'],
    activities: ['E1', 'E2'],
  },
  *find(facts) {
    for (const compaction of facts.compactions) {
      const last = findLastWords(facts, compaction);
      const edit = firstAfter(facts.edits, compaction, (one) => one.role === 'product' && isOwn(facts, one));
      const spoke = firstAfter(facts.humanTurns, compaction, (turn) => turn.own.trim() !== '');
      if (!last || !leavesOpen(last) || !edit || (spoke && spoke.seq < edit.seq)) continue;
      if (facts.edits.some(({ seq }) => seq > last.seq && seq < compaction.seq)) continue;
      const objection = spoke && isObjection(spoke) ? spoke : undefined;
      yield {
        decision: { from: edit, shape: 'edit' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [
          { place: edit, quote: `${edit.shownPath} changed` },
          { place: last, quote: last.own },
        ],
        confidence: objection ? 0.75 : 0.6,
        sources: 2,
        paths: [edit.path],
        params: { words: last.own, file: edit.shownPath },
      };
    }
  },
};
