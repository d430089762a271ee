import type { EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { findMissingName } from '../../../rule/missing-name.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const lastPart = (name: string): string => name.split(/[./:]/).findLast(Boolean) ?? name;
const addsName = (edit: EditFact, name: string): boolean => edit.added.some(({ text }) => text.includes(lastPart(name)));

/** A test may name what is not there yet, as may the caller written before the function: the next edit then makes it. */
function isMadeNext(facts: SessionFacts, run: Run, name: string): boolean {
  const next = firstAfter(facts.edits, run);
  const defines = new RegExp(`\\b(?:func|function|def|class|const|let|var|fn|type|interface|struct)\\b[^\\n]*\\b${lastPart(name)}\\b`);
  return next !== undefined && next.added.some(({ text }) => defines.test(text));
}

export const rule: Rule = {
  meta: {
    id: 'name-not-there',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 2,
    concepts: ['look it up before you use it'],
    activities: ['E3', 'E5'],
  },
  *find(facts) {
    for (const run of facts.runs) {
      if (run.status !== 'failed' || run.resultSeq === null || run.resultLine === null || !isOwn(facts, run)) continue;
      const missing = findMissingName([run.failure?.message ?? '', run.head, run.tail].join('\n'));
      if (!missing) continue;
      const result = { seq: run.resultSeq, line: run.resultLine };
      const quote = run.failure?.message || `${missing} is not there`;
      const edit = lastBefore(facts.edits, run, (one) => addsName(one, missing));
      if (!edit || isMadeNext(facts, run, missing)) continue;
      const line = edit.added.find(({ text }) => text.includes(lastPart(missing)))?.text ?? edit.shownPath;
      yield {
        mark: { from: result },
        decision: { from: edit, shape: edit.role === 'test' ? 'test-edit' : 'edit' },
        hindsight: [{ place: result, quote }],
        evidence: [
          { place: edit, quote: line },
          { place: result, quote },
        ],
        confidence: 0.55,
        sources: 2,
        paths: [edit.path],
        params: { name: missing },
      };
    }
  },
};
