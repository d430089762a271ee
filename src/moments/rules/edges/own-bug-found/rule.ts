import type { EditFact, Message, SessionFacts } from '../../../facts/facts.ts';
import { readDiagnosis } from '../../../facts/rework/read-diagnosis.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

interface Diagnosis {
  readonly message: Message;
  readonly sentence: string;
}

/** What is said to be wrong after the last other edit and before the one that changes the lines again. */
function findDiagnosis(facts: SessionFacts, edit: EditFact, fix: EditFact): Diagnosis | undefined {
  const since = lastBefore(facts.edits, fix, (other) => other.seq >= edit.seq) ?? edit;
  for (const message of [...listBetween(facts.replies, since, fix), ...listBetween(facts.reasoning, since, fix)]) {
    const sentence = isOwn(facts, message) ? readDiagnosis(message.text) : undefined;
    if (sentence !== undefined) return { message, sentence };
  }
  return undefined;
}

export const rule: Rule = {
  meta: {
    id: 'own-bug-found',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 2,
    concepts: ['which case was not thought of?', 'reading one’s own change'],
    activities: ['E3', 'E6'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const edit of facts.edits) {
      const { fate } = edit;
      if (edit.role !== 'product' || fate.type === 'kept' || !isOwn(facts, edit) || told.has(fate.by.seq)) continue;
      const fix = facts.edits.find(({ seq }) => seq === fate.by.seq);
      // What the person found is theirs.
      const found = fix?.turn === edit.turn && findDiagnosis(facts, edit, fix);
      if (!fix || !found) continue;
      told.add(fix.seq);
      yield {
        mark: { from: found.message, to: fix },
        decision: { from: edit, shape: 'edit' },
        hindsight: [
          { place: found.message, quote: found.sentence },
          { place: fix, quote: `${fix.shownPath} is changed again` },
        ],
        evidence: [
          { place: edit, quote: edit.added.find(({ text }) => /\w{3}/.test(text))?.text ?? edit.shownPath },
          { place: found.message, quote: found.sentence },
        ],
        confidence: 0.5,
        sources: 2,
        paths: [edit.path],
        params: { file: edit.shownPath },
      };
    }
  },
};
