import type { EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { isGreen, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const isTest = (run: Run): boolean => run.class === 'test' && (isGreen(run) || isRed(run));

/** The first product edit after a red run, and the green run after it, with the test itself left alone. */
function findGreen(facts: SessionFacts, test: EditFact, red: Run): { edit: EditFact; green: Run } | undefined {
  const edit = firstAfter(facts.edits, red, ({ role }) => role === 'product' || role === 'test');
  const green = firstAfter(facts.runs, red, (run) => run.class === 'test' && isGreen(run));
  if (!edit || edit.role !== 'product' || !green || green.seq < edit.seq) return undefined;
  const testTouched = facts.edits.some((one) => one.path === test.path && one.seq > red.seq && one.seq < green.seq);
  return testTouched ? undefined : { edit, green };
}

/** What failed, where the output says so, is the test that was written. */
function isAbout({ failure, scopeNames }: Run, test: EditFact): boolean {
  const name = test.path.slice(test.path.lastIndexOf('/') + 1);
  const places = (failure?.locations ?? []).map(({ path }) => path).filter((path) => /test|spec/i.test(path));
  return places.length === 0 || places.some((path) => path.endsWith(name)) || scopeNames.some((one) => one.includes(name));
}

export const rule: Rule = {
  meta: {
    id: 'red-then-green',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['a test that has been seen to fail'],
    activities: ['E5'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const test of facts.edits) {
      if (test.role !== 'test' || test.addedCount === 0 || !isOwn(facts, test)) continue;
      const red = firstAfter(facts.runs, test, isTest);
      if (!red || !isRed(red) || told.has(red.seq) || !isAbout(red, test)) continue;
      // Nothing may have been written for the test before it was seen to fail.
      const productFirst = lastBefore(facts.edits, red, ({ role, turn, seq }) => role === 'product' && turn === test.turn && seq > test.seq);
      const found = findGreen(facts, test, red);
      if (!found || productFirst) continue;
      told.add(red.seq);
      yield {
        decision: { from: test, shape: 'test-edit' },
        hindsight: [
          { place: red, quote: red.failure?.message ?? red.command },
          { place: found.green, quote: `${found.green.command} passes` },
        ],
        evidence: [
          { place: test, quote: test.added.find(({ text }) => /\w{3}/.test(text))?.text ?? test.shownPath },
          { place: found.edit, quote: found.edit.shownPath },
        ],
        confidence: 0.8,
        sources: 2,
        paths: [test.path, found.edit.path],
        params: { test: test.shownPath, file: found.edit.shownPath },
      };
    }
  },
};
