import type { EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { findMissingName } from '../../../rule/missing-name.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const lastPart = (name: string): string => name.split(/[./:]/).findLast(Boolean) ?? name;
const escape = (name: string): string => lastPart(name).replace(/[^\w]/g, '\\$&');

/** Used as what something comes from ("errors.New"), a missing name is only an import that was forgotten. */
function findUse(edit: EditFact, name: string): string | undefined {
  const last = escape(name);
  const uses = new RegExp(`(?<=\\.)${last}\\b|(?<![\\w./])${last}\\b(?![./]\\w)|['"/]${last}['"]`);
  return edit.added.find(({ text }) => uses.test(text) && !/^\s*(?:\/\/|#|\*)/.test(text))?.text;
}

/** The line that says so; a task runner's own last words do not. */
const findSaying = (output: string, name: string): string | undefined =>
  output.split('\n').find((line) => line.includes(lastPart(name)) && findMissingName(line) !== null);

/** A test may name what is not there yet, as may the caller written before the function: the next edit then makes it. */
function isMadeNext(facts: SessionFacts, run: Run, name: string): boolean {
  const next = firstAfter(facts.edits, run);
  const last = escape(name);
  const defines = new RegExp(
    `\\b(?:func|function|def|class|const|let|var|fn|type|interface|struct)\\s+(?:\\([^)]*\\)\\s*)?${last}\\b|^\\s*(?:readonly |public |private |static )*${last}\\??\\s*:`,
  );
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
      const output = [run.failure?.message ?? '', run.head, run.tail].join('\n');
      const missing = findMissingName(output);
      if (!missing) continue;
      const result = { seq: run.resultSeq, line: run.resultLine };
      const quote = findSaying(output, missing)?.trim() ?? `${missing} is not there`;
      const edit = lastBefore(facts.edits, run, (one) => findUse(one, missing) !== undefined);
      if (!edit || isMadeNext(facts, run, missing)) continue;
      const line = findUse(edit, missing) ?? edit.shownPath;
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
