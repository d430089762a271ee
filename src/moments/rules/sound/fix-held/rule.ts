import type { EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { isGreen, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const isTest = (run: Run): boolean => run.class === 'test' && (isGreen(run) || isRed(run));

interface Repair {
  readonly edits: readonly EditFact[];
  readonly last: EditFact;
  readonly green: Run;
}

/** From a red test run to the next run of the same reach that is green, with product code changed between and no test. */
function findRepair(facts: SessionFacts, red: Run): Repair | undefined {
  const green = firstAfter(facts.runs, red, isTest);
  if (!green || !isGreen(green) || (red.scope === 'all' && green.scope !== 'all')) return undefined;
  const edits = listBetween(facts.edits, red, green);
  const last = edits.at(-1);
  return last && edits.every(({ role }) => role === 'product') ? { edits, last, green } : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'fix-held',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['repair the cause'],
    activities: ['E3', 'E6'],
  },
  *find(facts) {
    for (const red of facts.runs) {
      if (red.class !== 'test' || !isRed(red) || !isOwn(facts, red)) continue;
      const repair = findRepair(facts, red);
      if (!repair || !isUncontested(facts, repair.green, repair.edits)) continue;
      const edit = repair.last;
      yield {
        decision: { from: edit, shape: 'edit' },
        hindsight: [{ place: repair.green, quote: `${repair.green.command} passes` }],
        evidence: [
          { place: red, quote: red.failure?.message ?? red.command },
          { place: edit, quote: edit.added.find(({ text }) => /\w{3}/.test(text))?.text ?? edit.shownPath },
        ],
        confidence: 0.75,
        sources: 2,
        paths: [edit.path],
        params: { file: edit.shownPath, command: red.command },
      };
    }
  },
};
