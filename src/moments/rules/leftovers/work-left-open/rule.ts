import { findClaim, findUndoing, wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { CodeMatch } from '../../../facts/facts.ts';
import type { Rule } from '../../../rule/rule.ts';

const CONFIDENCE: Readonly<Record<string, number>> = { throw: 0.55, said: 0.5, mark: 0.35 };
const confidenceOf = ({ captures }: CodeMatch): number => CONFIDENCE[captures.way ?? ''] ?? 0.35;

export const rule: Rule = {
  meta: {
    id: 'work-left-open',
    version: 1,
    kind: 'leftover',
    stage: 'nursery',
    worth: 2,
    concepts: ['done, or a scaffold?'],
    activities: ['E3', 'E4'],
    cwe: [546],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'stub', ({ captures }, { role }) => captures.owned !== 'yes' && role === 'product')) {
      const { edit } = found;
      // Of several marks the one that says most: code that fails when it is reached.
      const match = found.all.toSorted((one, other) => confidenceOf(other) - confidenceOf(one))[0] ?? found.match;
      if (findUndoing(facts, edit, match) || wasAsked(facts, edit, /\b(?:stubs?|skeleton|scaffold|placeholder|todos?|prototype|spike)\b/i)) continue;
      const claim = findClaim(facts, edit);
      const all = [match, ...found.all.filter((other) => other !== match)];
      const candidate = toCodeCandidate(
        facts,
        { edit, match, all },
        {
          confidence: confidenceOf(match),
          words: /\bTODO|\bstub|\bplaceholder|\bimplement|\bmock|\bfake/i,
          hindsight: claim ? [{ place: claim, quote: claim.sentence }] : [],
        },
      );
      // The turn ends with a report of success over what says itself that it is not finished.
      yield claim?.type === 'complete' ? { ...candidate, confidence: Math.min(0.9, candidate.confidence + 0.2), sources: candidate.sources + 1 } : candidate;
    }
  },
};
