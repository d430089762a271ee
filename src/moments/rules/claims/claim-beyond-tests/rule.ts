import type { EditFact } from '../../../facts/facts.ts';
import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import { isGreen } from '../../../rule/is-check.ts';
import { listClaimedWork, type ClaimedWork } from '../../../rule/list-claimed-work.ts';
import { countNewCode } from '../../../rule/new-code.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Lines of new code below which a change is often too small for a test of its own, and branches that make up for lines. */
const LEAST_NEW = 6;
const LEAST_BRANCHES = 2;
/** A fix of what was reported wants its own test, be it ever so small. */
const LEAST_FIX = 2;
/** Where some of the change got tests, so much of it beside them is a part of its own. */
const LEAST_BESIDE_TESTS = 50;

const stemOf = (path: string): string => /([^/]+?)(?:\.\w+)+$/.exec(path)?.[1] ?? path;
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const ONLY_TESTS = /(?:^|\/)(?:tests?|__tests__|specs?)(?:\/|$)/;

/** A test beside the code is about the file of its name in its own folder; one in a folder of tests about any of that name. */
function isNamedAfter(test: EditFact, { path }: EditFact): boolean {
  const about = stemOf(test.path).replace(/^test_|[._-]?(?:test|spec)s?$/i, '');
  return about === stemOf(path) && (ONLY_TESTS.test(folderOf(test.path)) || folderOf(test.path) === folderOf(path));
}

/** Edits of files that no test written for the change is named after or imports. */
function listUntested({ edits, testEdits }: ClaimedWork): EditFact[] {
  const imported = testEdits
    .flatMap(({ added }) => added.filter(({ text }) => /\b(?:import|require|from|use)\b/.test(text)).map(({ text }) => text))
    .join('\n');
  return edits.filter(
    (edit) =>
      !testEdits.some((test) => isNamedAfter(test, edit)) && !new RegExp(String.raw`[/"'.]${stemOf(edit.path).replace(/[^\w-]/g, '.')}\b`).test(imported),
  );
}

function isWorthTesting({ testEdits, types, asked }: ClaimedWork, untested: readonly EditFact[]): boolean {
  const { lines, branches, names } = countNewCode(untested);
  if (names === 0) return false;
  if (testEdits.length > 0) return lines >= LEAST_BESIDE_TESTS;
  const isFix = types.has('fixed') || asked?.acts.has('report') === true;
  return lines >= LEAST_NEW || branches >= LEAST_BRANCHES || (isFix && lines >= LEAST_FIX);
}

/** That a checker is content again is what the checker itself shows. */
const ABOUT_CHECKER = /\b(?:lint\w*|type[- ]?(?:check|error)\w*|compil\w+|build|format\w*|warnings?)\b/i;
const isShownByChecker = ({ claim, checks }: ClaimedWork): boolean =>
  (claim.type === 'clean' || claim.type === 'fixed') &&
  ABOUT_CHECKER.test(claim.sentence) &&
  checks.some((run) => run.class !== 'test' && run.status === 'passed');

export const rule: Rule = {
  meta: {
    id: 'claim-beyond-tests',
    version: 2,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['what does this command prove?', 'scope of evidence'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-disproved'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      const passed = work.checks.findLast((run) => run.status === 'passed');
      if (!passed || work.tries.length > 0 || work.checks.at(-1)?.status === 'failed') continue;
      if (isShownByChecker(work) || !isWorthTesting(work, listUntested(work))) continue;
      // All tests, seen to pass, say at least that nothing else broke.
      const tested = work.checks.some((run) => run.class === 'test' && run.scope === 'all' && isGreen(run));
      yield { ...toClaimCandidate(work, 0.6, [{ place: passed, quote: passed.command }]), worth: tested ? 2 : 3 };
    }
  },
};
