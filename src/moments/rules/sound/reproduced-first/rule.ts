import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'reproduced-first',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['reproduce before you repair'],
    activities: ['E6'],
  },
  *find(facts) {
    for (const report of facts.humanTurns) {
      if (!report.acts.has('report') || !isOwn(facts, report)) continue;
      const end = firstAfter(facts.humanTurns, report) ?? { seq: Infinity, line: 0 };
      const edit = listBetween(facts.edits, report, end).find(({ role }) => role === 'product');
      if (!edit) continue;
      const red = listBetween(facts.runs, report, edit).findLast(
        (run) => run.status === 'failed' && (run.class === 'test' || run.class === 'run') && !run.masked,
      );
      const green = red && listBetween(facts.runs, edit, end).find((run) => run.status === 'passed' && !run.masked && run.command === red.command);
      if (!red || !green) continue;
      yield {
        decision: { from: red, shape: 'command' },
        hindsight: [
          { place: edit, quote: `${edit.shownPath} is changed` },
          { place: green, quote: `${green.command} passes` },
        ],
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
