import { splitSentences } from '../../../facts/speech/split-sentences.ts';
import { readClaim } from '../../../facts/speech/read-claim.ts';
import { discloses } from '../../../facts/speech/discloses.ts';
import type { ClaimType, SessionFacts } from '../../../facts/facts.ts';
import { isTidiedAfter, weighClaim } from '../../../rule/claim-evidence.ts';
import { listPublished, type Published } from '../../../rule/list-published.ts';
import { firstAfter } from '../../../rule/order.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import type { Rule } from '../../../rule/rule.ts';

/** What a box ticked in a list of tests says. */
const TICKED_TEST = /^\s*[-*] \[x\] (.*\b(?:test|verif|check|manual|run|lint|build|type)\w*\b.*)$/im;
/** An empty box is a plan. */
const EMPTY_BOX = /^\s*[-*] \[ \].*$/gm;
/** Wishes about code ("now works with spaces") are what commits are for; only results of checks are claims there. */
const RESULTS: ReadonlySet<ClaimType> = new Set(['tests-pass', 'clean']);
/** That something was tried, whatever came out. */
const TRIED =
  /\b(?:tested|verified|validated|confirmed|checked) (?:manually|locally|by hand|in (?:the )?(?:browser|production|staging)|end[- ]to[- ]end|that|with|against|on)\b/i;

function findClaim({ text }: Published): { readonly type: ClaimType; readonly sentence: string } | undefined {
  const ticked = TICKED_TEST.exec(text)?.[1];
  if (ticked) return { type: /\btests?\b/i.test(ticked) ? 'tests-pass' : 'works', sentence: ticked };
  for (const sentence of splitSentences(text.replace(EMPTY_BOX, ''))) {
    if (sentence.text.endsWith('?')) continue;
    const claim = readClaim(sentence);
    if (claim && !claim.hedged && RESULTS.has(claim.type)) return { type: claim.type, sentence: sentence.text };
    if (TRIED.test(sentence.text)) return { type: 'works', sentence: sentence.text };
  }
  return undefined;
}

/** Before any change of the session a claim may rest on work that is not in it. */
const hasWork = (facts: SessionFacts, one: Published): boolean => facts.edits.some(({ role, seq }) => role === 'product' && seq < one.seq);

export const rule: Rule = {
  meta: {
    id: 'published-unrun',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['evidence before a claim', 'what others will build on'],
    activities: ['E5', 'E10'],
  },
  *find(facts) {
    for (const one of listPublished(facts)) {
      if (one.where === 'document' || !hasWork(facts, one) || discloses(one.text)) continue;
      const claim = findClaim(one);
      if (!claim) continue;
      const { shortfall, stale, since } = weighClaim(facts, { ...one, ...claim });
      if (shortfall === null || shortfall === 'part' || (stale && since && isTidiedAfter(facts, stale, since))) continue;
      const answer = firstAfter(facts.humanTurns, one);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        decision: { from: one, shape: 'claim' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [{ place: one, quote: claim.sentence }],
        confidence: shortfall === 'failed' ? 0.75 : 0.65,
        // What was published, and what the runs show.
        sources: 2,
        params: { claim: claim.sentence, where: one.where },
      };
    }
  },
};
