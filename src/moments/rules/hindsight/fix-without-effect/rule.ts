import type { EditFact, Failure, Run, SessionFacts } from '../../../facts/facts.ts';
import { isCheck, isSettled } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Summaries and counts are the same whatever failed. */
const SAYS_LITTLE = /^(?:\W*\w+: \d+|FAIL(?:ED)?|\W*\d+ (?:failed|errors?|problems?)\b.*|.*\bwould have printed\b.*|.*\bbuild failed\b.*)$/i;

/** The very same error, place included, in both runs. */
function sharedError(before: Failure, after: Failure): string | undefined {
  if (before.message === after.message && !SAYS_LITTLE.test(before.message)) return before.message;
  return before.tests.find((test) => after.tests.includes(test) && before.message === after.message);
}

/** What was changed between the two runs, where the failing run names the file. */
function findRepair(facts: SessionFacts, red: Run, again: Run): EditFact | undefined {
  const named = [...(red.failure?.locations ?? []), ...(again.failure?.locations ?? [])];
  return listBetween(facts.edits, red, again).findLast((edit) => isOwn(facts, edit) && named.some(({ path }) => edit.path.endsWith(path.replace(/^\.\//, ''))));
}

export const rule: Rule = {
  meta: {
    id: 'fix-without-effect',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 2,
    concepts: ['a fix is a prediction', 'what does the error say?'],
    activities: ['E3', 'E6'],
  },
  *find(facts) {
    for (const red of facts.runs) {
      if (!isCheck(red) || red.status !== 'failed' || !red.failure || !isOwn(facts, red)) continue;
      const again = firstAfter(facts.runs, red, (run) => run.class === red.class && isSettled(run) && isOwn(facts, run));
      const error = again?.failure ? sharedError(red.failure, again.failure) : undefined;
      const edit = again && error ? findRepair(facts, red, again) : undefined;
      if (!again || !error || !edit || again.resultSeq === null || again.resultLine === null) continue;
      const result = { seq: again.resultSeq, line: again.resultLine };
      yield {
        mark: { from: edit, to: result },
        decision: { from: edit, shape: edit.role === 'test' ? 'test-edit' : 'edit' },
        hindsight: [{ place: result, quote: error }],
        evidence: [
          { place: red, quote: red.failure.message },
          { place: edit, quote: edit.added.find(({ text }) => /\w{3}/.test(text))?.text ?? edit.shownPath },
          { place: result, quote: error },
        ],
        confidence: 0.6,
        sources: 2,
        paths: [edit.path],
        params: { error },
      };
    }
  },
};
