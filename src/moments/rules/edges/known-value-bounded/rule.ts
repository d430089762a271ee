import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A comment that works out a number. */
const WORKED_OUT = /(?:\/\/|#|\*|--).*(?:=|≈|->|→|\bequals|\bis exactly)\s*-?\d+(?:\.\d+)?/;
const BOUND =
  /\.(?:toBeGreaterThan|toBeLessThan)(?:OrEqual)?\(|\bassert(?:Greater|Less)(?:Equal)?\(|\bassert\b[^=!]*[<>]=?|\b(?:assert|require)\.(?:Greater|Less|Positive|Negative)|\.is(?:Greater|Less)Than|\.(?:Should\(\)\.)?Be(?:Greater|Less)Than|\.to\.be\.(?:above|below|at\.least|at\.most|gt|lt|gte|lte)\b|\bassert!\([^=!]*[<>]=?/;
/** Lines between the sum and the assertion it is for. */
const NEAR = 3;

function* findBounds({ added }: EditFact): Iterable<LineFound> {
  for (const [at, line] of added.entries()) {
    if (!WORKED_OUT.test(line.text)) continue;
    const next = added.slice(at + 1, at + 1 + NEAR).find(({ text }) => /\bassert|\bexpect|\brequire\.|\bshould\b/i.test(text));
    if (next && BOUND.test(next.text)) yield { line: next, text: `${line.text.trim()}\n${next.text.trim()}` };
  }
}

export const rule: Rule = {
  meta: {
    id: 'known-value-bounded',
    version: 1,
    kind: 'test-hollow',
    stage: 'nursery',
    worth: 2,
    concepts: ['what would make this test fail?', 'strength of an assertion'],
    activities: ['E5'],
  },
  *find(facts) {
    for (const found of listLineFindings(facts, 'test', findBounds)) {
      yield toCodeCandidate(facts, found, { confidence: found.all.length > 1 ? 0.65 : 0.5, words: /\bbound|\bassert|\bexact|\btests?\b/i });
    }
  },
};
