import type { EditFact, SessionFacts } from '../../../facts/facts.ts';
import { isGreen } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A declaration whose signature or name goes: `function f(`, `def f(`, `func (x) f(`, `export const f =`. */
const DECLARES = /\b(?:function|def|func|fn|interface|type|class|struct|enum|const)\s+(?:\([^)]*\)\s*)?([A-Za-z_]\w{4,})/;
const PROVES: ReadonlySet<string> = new Set(['test', 'build', 'type-check']);

/** Names whose declaration the edit changes. */
function listChanged({ removed, added }: EditFact): string[] {
  const declared = removed.map(({ text }) => ({ text, name: DECLARES.exec(text)?.[1] })).filter(({ name }) => name !== undefined);
  return declared.filter(({ text }) => !added.some((line) => line.text === text)).map(({ name }) => name as string);
}

const looksFor = (facts: SessionFacts, name: string, edit: EditFact): { seq: number; line: number; quote: string } | undefined => {
  const search = lastBefore(facts.otherCalls, edit, (call) => call.type === 'search' && call.text.includes(name));
  if (search) return { ...search, quote: search.text };
  const run = lastBefore(facts.runs, edit, (one) => one.class === 'search' && one.command.includes(name));
  return run && { ...run, quote: run.command };
};

export const rule: Rule = {
  meta: {
    id: 'callers-followed',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['who calls this?'],
    activities: ['E3', 'E5'],
  },
  *find(facts) {
    const told = new Set<string>();
    for (const edit of facts.edits) {
      if (edit.role !== 'product' || !isOwn(facts, edit)) continue;
      for (const name of listChanged(edit)) {
        const search = told.has(name) ? undefined : looksFor(facts, name, edit);
        const end = firstAfter(facts.humanTurns, edit) ?? { seq: Infinity, line: 0 };
        const others = listBetween(facts.edits, edit, end).filter(
          (one) => one.path !== edit.path && [...one.removed, ...one.added].some(({ text }) => text.includes(name)),
        );
        const last = others.at(-1);
        const green = last && listBetween(facts.runs, last, end).find((run) => PROVES.has(run.class) && isGreen(run));
        if (!search || !last || !green || !isUncontested(facts, green, [edit, ...others])) continue;
        told.add(name);
        yield {
          decision: { from: edit, shape: 'edit' },
          hindsight: [
            { place: last, quote: `${last.shownPath} follows` },
            { place: green, quote: `${green.command} passes` },
          ],
          evidence: [
            { place: search, quote: search.quote },
            { place: edit, quote: name },
          ],
          confidence: 0.75,
          sources: 2,
          paths: [...new Set([edit.path, ...others.map(({ path }) => path)])],
          params: { name, file: edit.shownPath },
        };
      }
    }
  },
};
