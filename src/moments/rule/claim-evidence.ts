/** What a claimed result needs to be true, and what was really run for it. The one place where claims are held against the world. */
import type { ClaimType, Place, Run, RunClass, SessionFacts } from '../facts/facts.ts';
import { isCheck, isGreen } from './is-check.ts';
import { lastBefore, listBetween } from './order.ts';

/** How the runs fall short of the claim; the first that holds, in this order. */
export type Shortfall =
  /** Nothing of the needed kind ran since the product was last changed. */
  | 'nothing-ran'
  /** It ran in this turn, but before the product's last changes. */
  | 'stale'
  /** It was refused or interrupted, and not run again. */
  | 'refused'
  /** The last of them failed. */
  | 'failed'
  /** Only a part ran, or nothing of the result could be seen, and the claim is about everything. */
  | 'part';

export interface ClaimEvidence {
  /** The product's last change before the claim: what ran earlier says nothing about it. */
  readonly since: Place | undefined;
  /** Runs of the needed kind between that change and the claim. */
  readonly runs: readonly Run[];
  /** The last run of the needed kind in the turn, where it came before the last change. */
  readonly stale: Run | undefined;
  readonly shortfall: Shortfall | null;
}

export interface ResultClaim extends Place {
  readonly type: ClaimType;
  readonly sentence: string;
}

const TRIES: ReadonlySet<RunClass> = new Set(['run', 'network']);
const STATIC: ReadonlySet<RunClass> = new Set(['build', 'type-check', 'lint', 'format']);
const ONLY_ASKS_ITSELF: ReadonlySet<string> = new Set(['--help', '-h', 'help', '--version', 'version']);

/** A run by hand that could show the change at work. Its own help or version shows only that a program starts. */
export const isTry = (run: Run): boolean =>
  TRIES.has(run.class) && !run.commands.every(({ words }) => words.length === 0 || words[0] === 'cd' || ONLY_ASKS_ITSELF.has(words.at(-1) ?? ''));

/** Asking how the checks went elsewhere. */
const asksPipeline = ({ commands }: Run): boolean =>
  commands.some(
    ({ words: [program, noun, verb] }) =>
      (program === 'gh' && (noun === 'run' || (noun === 'pr' && verb === 'checks'))) || (program === 'glab' && noun === 'ci'),
  );

/** Which runs can bear a claim out at all. */
function bears(type: ClaimType, run: Run): boolean {
  if (asksPipeline(run)) return true;
  // Of a chain that failed in its linter the class is lint, though its tests ran and were counted.
  if (type === 'tests-pass') return run.class === 'test' || run.passedTests !== null;
  if (type === 'clean') return STATIC.has(run.class) || run.class === 'test';
  return isCheck(run) || isTry(run);
}

/** Which runs contradict it when they fail: a linter's complaint does not say that a bug is still there. */
const contradicts = (type: ClaimType, run: Run): boolean => isCheck(run) && (type === 'clean' || run.class !== 'lint');

const EVERYTHING =
  /\b(?:all|every|everything|whole|entire|full)\b(?! (?:two|three|four|five|six|seven|eight|nine|ten)\b)[^.,;—]{0,40}\b(?:tests?|suites?|specs?|checks?|green|pass\w*)\b/i;
export const isAboutAllTests = (sentence: string): boolean => EVERYTHING.test(sentence);

const SHOWS_RESULT = /\b(?:ok|pass(?:ed|ing|es)?|fail(?:ed|ing|ures?|s)?)\b|✓|✗/i;
/** Only what is not good is shown: nothing shown is good. */
const SHOWS_ONLY_TROUBLE = /\bgrep (?:-\w+ )*(?:-v|--invert-match|-c)|\bgrep (?:-\w+ )*["']?[^|]*\b(?:FAIL|fail|error)/;

/** All was run, and something of how it ended could be seen. */
export const isFullRun = (run: Run): boolean =>
  run.scope === 'all' &&
  run.status !== 'failed' &&
  (SHOWS_ONLY_TROUBLE.test(run.command) || (run.status === 'passed' && (isGreen(run) || SHOWS_RESULT.test(`${run.head}\n${run.tail}`))));

/** "All parser tests pass" is what a run of the parser's tests shows. */
export function namesScope({ scopeNames }: Run, sentence: string): boolean {
  const lowered = sentence.toLowerCase();
  const parts = scopeNames.flatMap((name) => name.toLowerCase().match(/[a-z][\w-]{3,}/g) ?? []);
  return parts.some((part) => !/^(?:tests?|specs?)$/.test(part) && lowered.includes(part.replace(/s$/, '')));
}

const hasEnded = ({ status }: Run): boolean => status === 'passed' || status === 'failed' || status === 'unknown';

/** The last run of the needed kind in the turn. What a checker or a hook then asked to be put right does not make it old. */
function findStale(facts: SessionFacts, claim: ResultClaim, since: Place): Run | undefined {
  const asked = lastBefore(facts.humanTurns, claim) ?? { seq: -1, line: 0 };
  return listBetween(facts.runs, asked, since).findLast((run) => bears(claim.type, run) && hasEnded(run));
}

/** The edits after a run only put right what a linter, a type checker or a hook complained about. */
export const isTidiedAfter = (facts: SessionFacts, run: Run, since: Place): boolean =>
  listBetween(facts.runs, run, since).some((later) => later.status === 'failed' && (STATIC.has(later.class) || later.class === 'git'));

export function weighClaim(facts: SessionFacts, claim: ResultClaim): ClaimEvidence {
  const since = lastBefore(facts.edits, claim, ({ role }) => role === 'product');
  const all = listBetween(facts.runs, since ?? { seq: -1, line: 0 }, claim);
  const runs = all.filter((run) => bears(claim.type, run));
  const stale = runs.length > 0 || !since ? undefined : findStale(facts, claim, since);
  return { since, runs, stale, shortfall: stale ? 'stale' : findShortfall(claim, runs, all) };
}

function findShortfall({ type, sentence }: ResultClaim, runs: readonly Run[], all: readonly Run[]): Shortfall | null {
  if (runs.length === 0) return 'nothing-ran';
  const ended = runs.filter(hasEnded);
  if (ended.length === 0) return 'refused';
  const lastWord = all.findLast((run) => contradicts(type, run) && hasEnded(run) && (type !== 'tests-pass' || run.class === 'test'));
  if (lastWord?.status === 'failed') return 'failed';
  const isAboutAll = type === 'tests-pass' && isAboutAllTests(sentence);
  return isAboutAll && !ended.some((run) => asksPipeline(run) || isFullRun(run) || namesScope(run, sentence)) ? 'part' : null;
}
