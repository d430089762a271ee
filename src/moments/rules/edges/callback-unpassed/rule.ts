import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

const OPTIONAL_CALLBACK = /^\s*(?:readonly )?(on[A-Z]\w*)\?:\s*(?:\(|\w)/;

function* findCallbacks({ added }: EditFact): Iterable<LineFound> {
  for (const line of added) {
    const name = OPTIONAL_CALLBACK.exec(line.text)?.[1];
    if (name !== undefined) yield { line, captures: { name } };
  }
}

export const rule: Rule = {
  meta: {
    id: 'callback-unpassed',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 1,
    concepts: ['optional hides the missing caller', 'wired from end to end'],
    activities: ['E3', 'E5'],
    cwe: [561],
  },
  *find(facts) {
    for (const found of listLineFindings(facts, 'product', findCallbacks)) {
      const { edit, match } = found;
      const { name = '' } = match.captures;
      // Passed by whoever uses it: as an attribute, as a property, or handed on under its name.
      const passes = new RegExp(String.raw`\b${name}\s*(?:=\s*\{|:|,|\})`);
      const isPassed = facts.edits.some((other) => other.path !== edit.path && other.added.some(({ text }) => passes.test(text)));
      // Where nothing else is changed, the caller may have been there before.
      const usedHere = facts.edits.some(
        (other) => other.path === edit.path && other.added.some(({ text }) => new RegExp(String.raw`\b${name}(?:\?\.)?\(`).test(text)),
      );
      if (isPassed || !usedHere || edit.change === 'delete') continue;
      yield toCodeCandidate(facts, found, { confidence: 0.4, words: /\brefresh|\bupdate|\bcallback|\bwired?|\bnothing happens/i, params: { name } });
    }
  },
};
