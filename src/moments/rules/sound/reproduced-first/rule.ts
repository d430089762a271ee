import { citeResult } from '../../../rule/cite-result.ts';
import { isGreen, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUndisputed } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const SHOWS: ReadonlySet<string> = new Set(['test', 'run', 'build', 'type-check']);

export const rule: Rule = {
  meta: {
    id: 'reproduced-first',
    version: 2,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['reproduce before you repair'],
    activities: ['E6'],
  },
  *find(facts) {
    for (const red of facts.runs) {
      if (!SHOWS.has(red.class) || !isRed(red) || !isOwn(facts, red)) continue;
      const report = lastBefore(facts.humanTurns, red);
      const end = firstAfter(facts.humanTurns, red) ?? { seq: Infinity, line: 0 };
      // Nothing was changed yet: what fails is what was there.
      if (!report || listBetween(facts.edits, report, red).some(({ role }) => role === 'product' || role === 'test')) continue;
      const edit = listBetween(facts.edits, red, end).find(({ role }) => role === 'product');
      const green = edit && listBetween(facts.runs, edit, end).find((run) => isGreen(run) && run.command === red.command);
      if (!edit || !green || !isUndisputed(facts, green, listBetween(facts.edits, red, green))) continue;
      yield {
        decision: { from: red, shape: 'command' },
        hindsight: [{ place: edit, quote: `${edit.shownPath} is changed` }, citeResult(green, `${green.command} passes`)],
        evidence: [
          { place: report, quote: report.own },
          { place: red, quote: red.command },
        ],
        confidence: 0.8,
        sources: 2,
        paths: [edit.path],
        params: { command: red.command },
      };
    }
  },
};
