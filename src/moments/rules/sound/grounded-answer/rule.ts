import type { Claim, EditFact, Place, SessionFacts } from '../../../facts/facts.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUndisputed } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** "Design doc: …" names a thing and states nothing. */
const LABEL = /^[A-Z][\w /-]{2,28}: |:$/;
const LEAST_LOOKS = 2;
/** Output is kept in part only: after so many looks the name is taken to have been among what was seen. */
const MANY_LOOKS = 5;
const NAME = /`([^`\n]{3,80})`|\b([\w-]+\.(?:ts|tsx|js|py|go|rs|java|cs|rb|c|cpp|h|md|ya?ml|json|toml|sh))\b/g;

/** Names in the sentence that the agent came across while it looked. */
function listSeen(facts: SessionFacts, claim: Claim, asked: Place): string[] {
  const names = [...claim.sentence.matchAll(NAME)].map((match) => match[1] ?? match[2] ?? '');
  const looked = [
    ...listBetween(facts.reads, asked, claim).map(({ path }) => path),
    ...listBetween(facts.runs, asked, claim).map(({ command, head, tail }) => `${command}\n${head}\n${tail}`),
  ];
  return names.filter((name) => looked.some((text) => text.includes(name)));
}

/** The work that followed is about one of the names. */
const isUsed = (name: string, { path, added, removed }: EditFact): boolean =>
  path.includes(name) || name.includes(path.slice(path.lastIndexOf('/') + 1)) || [...added, ...removed].some(({ text }) => text.includes(name));

export const rule: Rule = {
  meta: {
    id: 'grounded-answer',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['look before you state'],
    activities: ['E6'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const claim of facts.claims) {
      const isStatement = claim.final && !claim.hedged && (claim.type === 'cause' || claim.type === 'fact') && !LABEL.test(claim.sentence);
      if (!isStatement || told.has(claim.seq) || !isOwn(facts, claim)) continue;
      const asked = lastBefore(facts.humanTurns, claim);
      const answer = firstAfter(facts.humanTurns, claim);
      if (!asked || !answer || isObjection(answer) || answer.acts.has('question') || listBetween(facts.edits, asked, claim).length > 0) continue;
      const looks = listBetween(facts.reads, asked, claim).length + listBetween(facts.runs, asked, claim).length;
      const seen = listSeen(facts, claim, asked);
      const edits = listBetween(facts.edits, answer, firstAfter(facts.humanTurns, answer) ?? { seq: Infinity, line: 0 });
      const use = edits.find((edit) => seen.some((name) => isUsed(name, edit)));
      const last = edits.at(-1) ?? claim;
      const isTaken = use !== undefined || answer.acts.has('approval');
      if (looks < (seen.length > 0 ? LEAST_LOOKS : MANY_LOOKS) || !isTaken || !isUndisputed(facts, claim, []) || !isUndisputed(facts, last, edits)) continue;
      told.add(claim.seq);
      yield {
        decision: { from: claim, shape: 'belief' },
        hindsight: [{ place: answer, quote: answer.own || answer.text }, ...(use ? [{ place: use, quote: `${use.shownPath} is changed` }] : [])],
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: asked, quote: asked.own },
        ],
        confidence: 0.65,
        sources: 2,
        params: { sentence: claim.sentence },
      };
    }
  },
};
