import type { EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { changesCode } from '../../../rule/changes-code.ts';
import { isCheck, isGreen, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import { isTaken } from '../../../rule/is-taken.ts';
import { weighsOptions } from '../../../rule/weighs-options.ts';
import type { Rule } from '../../../rule/rule.ts';

/** With more changes between the two runs nobody can say which one did it. */
const MOST_EDITS = 4;
const TRIES: ReadonlySet<string> = new Set(['run', 'other', 'network']);

interface Repair {
  readonly edits: readonly EditFact[];
  readonly edit: EditFact;
  readonly green: Run;
}

const isSettledCheck = (run: Run): boolean => isCheck(run) && (isGreen(run) || isRed(run));

/** The next run that says the same thing: a check of the same class and reach, or the very command. */
function findNext(facts: SessionFacts, red: Run): Run | undefined {
  if (TRIES.has(red.class)) return firstAfter(facts.runs, red, (run) => run.command === red.command);
  const next = firstAfter(facts.runs, red, (run) => run.class === red.class && isSettledCheck(run));
  return next && red.scope === 'all' && next.scope !== 'all' ? undefined : next;
}

/** From a red run to the next of the same reach that is green, with product code changed between and no test or setting. */
function findRepair(facts: SessionFacts, red: Run): Repair | undefined {
  const green = findNext(facts, red);
  if (!green || !isGreen(green) || green.turn !== red.turn) return undefined;
  const edits = listBetween(facts.edits, red, green);
  const named = new Set(red.failure?.locations.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
  const edit = edits.find(({ path }) => named.has(path.slice(path.lastIndexOf('/') + 1))) ?? edits.at(-1);
  return edit && edits.length <= MOST_EDITS && edits.every(({ role }) => role === 'product') ? { edits, edit, green } : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'fix-held',
    version: 3,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['repair the cause'],
    activities: ['E3', 'E6'],
  },
  *find(facts) {
    for (const red of facts.runs) {
      if (!(isCheck(red) || TRIES.has(red.class)) || !isRed(red) || !isOwn(facts, red)) continue;
      const repair = findRepair(facts, red);
      if (
        !repair ||
        !repair.edits.every((edit) => changesCode(edit, { commentsCount: red.class === 'test' })) ||
        repair.green.outcome !== 'ok' ||
        !weighsOptions(facts, repair.edit) ||
        !isTaken(facts, repair.green, repair.edits) ||
        !isUncontested(facts, repair.green, repair.edits)
      )
        continue;
      const { edit, green } = repair;
      yield {
        decision: { from: edit, shape: 'edit' },
        hindsight: [citeResult(green, `${green.command} passes`)],
        evidence: [
          { place: red, quote: red.failure?.message ?? red.command },
          { place: edit, quote: edit.added.find(({ text }) => /\w{3}/.test(text))?.text ?? edit.shownPath },
        ],
        confidence: red.class === 'test' ? 0.8 : 0.7,
        sources: 2,
        paths: [edit.path],
        params: { file: edit.shownPath, command: red.command },
      };
    }
  },
};
