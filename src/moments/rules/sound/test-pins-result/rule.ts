import type { EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { toFileStem } from '../../../rule/file-stem.ts';
import { isCheck, isSettled } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import { isTaken } from '../../../rule/is-taken.ts';
import type { Rule } from '../../../rule/rule.ts';

const LEAST_LINES = 5;
const MOST_LINES = 220;
const LEAST_EXACT = 2;
/** Compares a result with a value that was written down. */
const EXACT =
  /\b(?:toBe|toEqual|toStrictEqual|toHaveLength|toThrow|toContain)\((?!\s*\))|\bassert(?:_eq!|Equals?|\.(?:equal|strictEqual|deepEqual|deepStrictEqual|Equal))\s*\(|\bassert\b[^=!<>]*==|\b(?:require|assert)\.(?:Equal|Len|Error|Contains|ErrorIs)\(|\b(?:got|actual|result)\w*\b[^=]*!=\s*\S|\bshould(?:Be|Equal)\b|\bAssert\.(?:AreEqual|Equal)\(/;
const STANDS_IN = /\b(?:vi|jest|sinon|mock)\.(?:fn|mock|spyOn|stub)\b|\bmock\(|\bMagicMock\b|@patch|\bMockito\b|\bgomock\b/i;

/** The product file it tests, changed for the same request. */
const findTested = (facts: SessionFacts, test: EditFact): EditFact | undefined =>
  facts.edits.find((one) => one.role === 'product' && one.turn === test.turn && toFileStem(one.path) === toFileStem(test.path));

/** The first test run after it, and no failed check on the way. */
function findGreen(facts: SessionFacts, test: EditFact): Run | undefined {
  const run = firstAfter(facts.runs, test, (one) => one.class === 'test' && isSettled(one));
  const reaches = run?.scope === 'all' || run?.scopeNames.some((name) => name.toLowerCase().includes(toFileStem(test.path)));
  return run?.status === 'passed' && reaches && !listBetween(facts.runs, test, run).some((one) => isCheck(one) && one.status === 'failed') ? run : undefined;
}

/** It only adds: where an expectation is exchanged, the question is another one. */
const pins = ({ added, removed }: EditFact): boolean =>
  !removed.some(({ text }) => EXACT.test(text)) &&
  added.filter(({ text }) => EXACT.test(text)).length >= LEAST_EXACT &&
  !added.some(({ text }) => STANDS_IN.test(text));

export const rule: Rule = {
  meta: {
    id: 'test-pins-result',
    version: 2,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['what would make this test fail?'],
    activities: ['E5'],
  },
  *find(facts) {
    const told = new Set<string>();
    for (const test of facts.edits) {
      const fits = test.role === 'test' && test.addedCount >= LEAST_LINES && test.addedCount <= MOST_LINES && test.fate.type === 'kept';
      if (!fits || told.has(test.path) || !isOwn(facts, test) || !pins(test)) continue;
      const tested = findTested(facts, test);
      const green = tested && findGreen(facts, test);
      if (!tested || !green || !isTaken(facts, green, [test]) || !isUncontested(facts, green, [test])) continue;
      told.add(test.path);
      const commit = firstAfter(facts.commits, green);
      yield {
        decision: { from: test, shape: 'test-edit' },
        hindsight: [citeResult(green, `${green.command} passes`), ...(commit ? [citeResult(commit.run, `committed: ${commit.message}`)] : [])],
        evidence: [
          { place: test, quote: test.added.find(({ text }) => EXACT.test(text))?.text ?? test.shownPath },
          { place: tested, quote: tested.shownPath },
        ],
        confidence: 0.65,
        sources: 2,
        paths: [test.path, tested.path],
        params: { test: test.shownPath, file: tested.shownPath },
      };
    }
  },
};
