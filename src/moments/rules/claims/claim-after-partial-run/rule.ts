import type { Run } from '../../../facts/facts.ts';
import { isGreen } from '../../../rule/is-check.ts';
import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import type { Rule } from '../../../rule/rule.ts';

const ABOUT_EVERYTHING = /\b(?:all|every|everything|whole|entire|full|complete(?:ly)?)\b/i;
const SHOWS_RESULT = /\b(?:ok|pass(?:ed|ing|es)?|fail(?:ed|ing|ures?|s)?)\b|✓|✗/i;
/** Only what is not good is shown: nothing shown is good. */
const SHOWS_ONLY_TROUBLE = /\bgrep (?:-\w+ )*(?:-v|--invert-match|-c)|\bgrep (?:-\w+ )*["']?[^|]*\b(?:FAIL|fail|error)/;

/** All was run, and something of how it ended could be seen. */
const provesAll = (run: Run): boolean =>
  run.status === 'passed' && run.scope === 'all' && (isGreen(run) || SHOWS_RESULT.test(`${run.head}\n${run.tail}`) || SHOWS_ONLY_TROUBLE.test(run.command));

/** "All parser tests pass" is what a run of the parser's tests shows. */
function namesScope(run: Run, sentence: string): boolean {
  const lowered = sentence.toLowerCase();
  const parts = run.scopeNames.flatMap((name) => name.toLowerCase().match(/[a-z][\w-]{3,}/g) ?? []);
  return parts.some((part) => lowered.includes(part.replace(/s$/, '')) && !/^(?:tests?|specs?)$/.test(part));
}

export const rule: Rule = {
  meta: {
    id: 'claim-after-partial-run',
    version: 2,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['scope of evidence'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-beyond-tests', 'claim-disproved'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      if (work.claim.type !== 'tests-pass') continue;
      const tests = work.checks.filter((run) => run.class === 'test');
      const last = tests.at(-1);
      if (!last || last.status === 'failed' || tests.some(provesAll) || !ABOUT_EVERYTHING.test(work.claim.sentence) || namesScope(last, work.claim.sentence))
        continue;
      const candidate = toClaimCandidate(work, 0.65, [{ place: last, quote: last.command }]);
      yield { ...candidate, params: { ...candidate.params, command: last.command } };
    }
  },
};
