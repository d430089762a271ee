import type { EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { isGreen, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUndisputed } from '../../../rule/is-uncontested.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const isTest = (run: Run): boolean => run.class === 'test' && (isGreen(run) || isRed(run));

/** A product edit after a red run, and the green run after it, with all tests left alone. */
function findGreen(facts: SessionFacts, red: Run): { edit: EditFact; green: Run } | undefined {
  const green = firstAfter(facts.runs, red, (run) => run.class === 'test' && isGreen(run));
  const edits = green ? listBetween(facts.edits, red, green) : [];
  const edit = edits.find(({ role }) => role === 'product');
  return green && edit && !edits.some(({ role }) => role === 'test') ? { edit, green } : undefined;
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
    version: 2,
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
      const found = findGreen(facts, red);
      if (!found || !isUndisputed(facts, found.green, [test, found.edit])) continue;
      told.add(red.seq);
      yield {
        decision: { from: test, shape: 'test-edit' },
        hindsight: [citeResult(red, red.failure?.message ?? red.command), citeResult(found.green, `${found.green.command} passes`)],
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
