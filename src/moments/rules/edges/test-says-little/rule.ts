import { findUndoing } from '../../../engine/code/findings/edit-story.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

const COMMENT = /(?:\/\/|#|\/\*|^\s*\*|--)\s?(.*)$/;
/** What the test's own comment says it leaves open. */
const ADMITS: readonly RegExp[] = [
  /\b(?:just|only|simply) (?:verify|verifies|check|checks|make sure|ensure|ensures|confirm|assert|asserts|test|tests) (?:that )?(?:it|we|this|the|there|no)\b/i,
  /\b(?:important|main) (?:thing|point) is\b[^.]*\b(?:not|n't|no)\b/i,
  /\b(?:could|may|might|can) be (?:either|anything|any of|nil or|null or|empty or)\b/i,
  /\b(?:add|insert|put|write) (?:\w+ )?(?:verification|assertions?|checks?|expectations?)\b[^.]*\bhere\b/i,
  /\b(?:can'?t|cannot|hard to|difficult to|no (?:easy |good )?way to) (?:easily |really |directly |reliably )?(?:test|verify|assert|check|mock)\b/i,
  /\b(?:should|must) (?:succeed|pass|complete|return|work|run|finish) without\b/i,
  /\b(?:if|when|once) (?:we|it|the test|execution|control) (?:gets?|got|reach(?:es|ed)?) (?:here|this (?:far|point|line))\b/i,
  /\bno assertions? (?:is |are )?(?:needed|necessary|required)\b/i,
  /\b(?:result|value|outcome|behaviou?r) (?:doesn'?t matter|is not (?:checked|verified)|isn'?t (?:checked|verified))\b/i,
];

function* findAdmitted({ added }: EditFact): Iterable<LineFound> {
  for (const line of added) {
    const said = COMMENT.exec(line.text)?.[1] ?? '';
    if (ADMITS.some((pattern) => pattern.test(said))) yield { line };
  }
}

export const rule: Rule = {
  meta: {
    id: 'test-says-little',
    version: 1,
    kind: 'test-hollow',
    stage: 'nursery',
    worth: 2,
    concepts: ['what would make this test fail?', 'coverage is not verification'],
    activities: ['E5'],
  },
  *find(facts) {
    for (const found of listLineFindings(facts, 'test', findAdmitted)) {
      if (findUndoing(facts, found.edit, found.match)) continue;
      yield toCodeCandidate(facts, found, { confidence: 0.5, words: /\btests?\b|\bassert|\bverif/i });
    }
  },
};
