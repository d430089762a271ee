import { findUndoing, wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { firstByFile, listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

const COMMENT = /(?:^|\s)(?:\/\/|#|\/\*|\*|--|<!--)\s?(.*)$/;
/** The comment itself says that nothing needs the code below it. */
const UNUSED =
  /\bno longer (?:used|applied|needed|called|required|has an effect)\b|\bnot (?:actually |currently )?(?:used|needed|called|applied) (?:any ?more|in|by|for|here|now)\b|\b(?:currently |now )?unused\b|\bkept (?:only |around |here )?(?:for|in case|to)\b|\bleft (?:in|here) (?:for|in case)\b|\b@?deprecated\b[^.]*\b(?:replaced|superseded|not used|use\b)/i;
const WRITTEN_IN_CODE = /\bunused (?:import|variable|param|file|key|label|class|code)/i;

function* findKept({ added }: EditFact): Iterable<LineFound> {
  for (const line of added) {
    const said = COMMENT.exec(line.text)?.[1] ?? '';
    if (UNUSED.test(said) && !WRITTEN_IN_CODE.test(said)) yield { line };
  }
}

export const rule: Rule = {
  meta: {
    id: 'kept-though-unused',
    version: 1,
    kind: 'leftover',
    stage: 'nursery',
    worth: 2,
    concepts: ['delete or keep?', 'who still reads this?'],
    activities: ['E3', 'E9', 'E12'],
    cwe: [561],
  },
  *find(facts) {
    for (const found of firstByFile(listLineFindings(facts, 'product', findKept))) {
      if (findUndoing(facts, found.edit, found.match) || wasAsked(facts, found.edit, /\b(?:deprecat|backwards?[- ]compat|keep)/i)) continue;
      // Several in one edit: a model that was replaced and left standing.
      const confidence = found.all.length > 1 ? 0.55 : 0.4;
      yield toCodeCandidate(facts, found, { confidence, words: /\bdead code|\bunused|\bdeprecat|\bremove|\bno longer/i });
    }
  },
};
