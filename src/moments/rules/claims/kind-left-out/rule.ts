import type { Claim, Place, Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

interface CheckKind {
  readonly name: string;
  /** Of tests, or a check of its own that only "everything is clean" speaks of. */
  readonly isTest: boolean;
  readonly isRun: (run: Run) => boolean;
  /** In a path: the repository has such checks. */
  readonly path?: RegExp;
}

const FAR_TESTS = /(?:^|[\s:/_.=-])(?:integration|e2e|end-to-end|acceptance|playwright|cypress)(?:[\s:/_.-]|tests?\b|$)/i;
const KINDS: readonly CheckKind[] = [
  {
    name: 'integration tests',
    isTest: true,
    isRun: ({ class: what, command }) => what === 'test' && FAR_TESTS.test(command),
    path: /(?:^|[/_.-])(?:integration|e2e|acceptance)(?:[_-]?tests?)?(?:\/|[_.-](?:test|spec)|\.(?:test|spec)|_test)/i,
  },
  { name: 'tests', isTest: false, isRun: ({ class: what, passedTests }) => what === 'test' || passedTests !== null },
  {
    name: 'type check',
    isTest: false,
    isRun: ({ command, class: what }) => what === 'type-check' || /\btype-?check|\btsc\b|\bmypy\b|\bpyright\b/.test(command),
  },
  { name: 'linter', isTest: false, isRun: ({ command, class: what }) => what === 'lint' || /\blint/.test(command) },
  { name: 'build', isTest: false, isRun: ({ command, class: what }) => what === 'build' || /\bbuild\b/.test(command) },
];

const ALL = /\b(?:all|every|everything|whole|entire|full)\b/i;
const ABOUT_TESTS = /\b(?:tests?|suites?|specs?)\b/i;
const ABOUT_EVERYTHING = /\b(?:all|everything|every)(?: \w+){0,2} (?:clean|green|good|checks?|passes|passed|passing|gates?)\b/i;
const PARTIAL = /\b(?:unit|new|focused|targeted|related|relevant|affected|these|those|this|both|existing|added)\b/i;
/** Runs everything there is by its name or its configuration. */
const RUNS_EVERYTHING = /\b(?:check|ci|verify|validate|precommit|pre-commit|test:ci|test:all)\b/;

/** Where the session showed, before the claim, that the repository has such a check. */
function findShown(facts: SessionFacts, claim: Claim, { isRun, path }: CheckKind): (Place & { readonly quote: string }) | undefined {
  const run = lastBefore(facts.runs, claim, isRun);
  if (run) return { ...run, quote: run.command };
  if (!path) return undefined;
  const edit = lastBefore(facts.edits, claim, (one) => path.test(one.path));
  if (edit) return { ...edit, quote: edit.shownPath };
  const read = lastBefore(facts.reads, claim, (one) => path.test(one.path));
  return read && { ...read, quote: read.path };
}

function findLeftOut(facts: SessionFacts, claim: Claim) {
  const edit = lastBefore(facts.edits, claim, ({ role }) => role === 'product' || role === 'test');
  if (!edit || edit.turn !== claim.turn) return undefined;
  const answer = firstAfter(facts.humanTurns, claim) ?? { seq: Infinity, line: 0 };
  const runs = listBetween(facts.runs, edit, answer);
  const before = runs.filter(({ seq }) => seq < claim.seq);
  if (!before.some((run) => KINDS.some(({ isRun }) => isRun(run))) || before.some(({ command }) => RUNS_EVERYTHING.test(command))) return undefined;
  const isAboutEverything = ABOUT_EVERYTHING.test(claim.sentence);
  const kinds = KINDS.filter(
    ({ isTest, isRun }) =>
      (isTest ? ABOUT_TESTS.test(claim.sentence) || isAboutEverything : isAboutEverything && !ABOUT_TESTS.test(claim.sentence)) && !runs.some(isRun),
  );
  for (const kind of kinds) {
    const shown = findShown(facts, claim, kind);
    if (shown) return { kind, shown };
  }
  return undefined;
}

export const rule: Rule = {
  meta: {
    id: 'kind-left-out',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['scope of evidence', 'which checks does this repository have?'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-beyond-tests', 'claim-disproved'],
  },
  *find(facts) {
    const told = new Set<string>();
    for (const claim of facts.claims) {
      if ((claim.type !== 'tests-pass' && claim.type !== 'clean') || claim.from !== 'reply' || claim.hedged || claim.disclosed) continue;
      if (!ALL.test(claim.sentence) || PARTIAL.test(claim.sentence) || !isOwn(facts, claim)) continue;
      const left = findLeftOut(facts, claim);
      if (!left || told.has(left.kind.name)) continue;
      told.add(left.kind.name);
      const answer = firstAfter(facts.humanTurns, claim);
      const denial = answer?.acts.has('report') ? answer : undefined;
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: denial ? [{ place: denial, quote: denial.own || denial.text }] : [],
        evidence: [
          { place: claim, quote: claim.sentence },
          { place: left.shown, quote: left.shown.quote },
        ],
        confidence: denial ? 0.7 : 0.5,
        worth: denial ? 3 : 2,
        sources: 2,
        params: { claim: claim.sentence, kind: left.kind.name },
      };
    }
  },
};
