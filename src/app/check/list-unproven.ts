/** Which of a session's claims no run bears out yet. */
import type { Claim, Run, RunClass, SessionFacts } from '../../moments/facts/facts.ts';
import { findMark } from '../../moments/rule/is-own.ts';
import { isGreen, isRed } from '../../moments/rule/is-check.ts';
import { listClaimedWork, type ClaimedWork } from '../../moments/rule/list-claimed-work.ts';
import { coversFiles } from './covers-files.ts';

export type WhyUnproven = 'not-run' | 'failed' | 'only-part' | 'says-nothing';

export interface Unproven {
  readonly claim: Claim;
  readonly words: string;
  readonly at: number | null;
  /** Product files changed for it. */
  readonly files: readonly string[];
  readonly why: WhyUnproven;
  /** The run that comes nearest to a proof. */
  readonly run: Run | null;
  /** What kinds of run would prove it. */
  readonly wants: ReadonlySet<RunClass>;
}

const ABOUT_EVERYTHING = /\b(?:all|every|everything|whole|entire|full|complete(?:ly)?)\b/i;

const TESTS: ReadonlySet<RunClass> = new Set(['test']);
const CHECKS: ReadonlySet<RunClass> = new Set(['test', 'build', 'type-check', 'lint']);
/** Trying a thing out shows that it works as well as a test of it does. */
const TRIALS: ReadonlySet<RunClass> = new Set(['test', 'run', 'network']);
const TRIALS_AND_BUILDS: ReadonlySet<RunClass> = new Set([...TRIALS, 'build', 'type-check']);

export interface UnprovenQuery {
  /** Ms since the epoch: older claims are settled by time. */
  readonly since: number;
  /** Whether the repository has tests at all; where it has none a build is all there is to run. */
  readonly hasTests: boolean;
}

/** Claims since the session's last commit, over product code changed for them, in their order. */
export function listUnproven(facts: SessionFacts, { since, hasTests }: UnprovenQuery): Unproven[] {
  const committed = facts.commits.at(-1)?.seq ?? -1;
  const canTest = hasTests || facts.runs.some((run) => run.class === 'test');
  return listClaimedWork(facts)
    .filter(({ lastEdit }) => lastEdit.seq > committed)
    .map((work) => ({ work, at: findMark(facts, work.claim)?.at ?? null }))
    .filter(({ at }) => at === null || at >= since)
    .flatMap(({ work, at }) => judge(facts, work, at, canTest));
}

function judge(facts: SessionFacts, work: ClaimedWork, at: number | null, canTest: boolean): Unproven[] {
  const { claim, words, edits, lastEdit } = work;
  const files = [...new Set(edits.map(({ shownPath }) => shownPath))];
  const wants = toWanted(claim, canTest);
  // Also what ran after the claim: it is proven now, whenever that was.
  const runs = facts.runs.filter((run) => run.seq > lastEdit.seq && wants.has(run.class));
  const isEnough = (run: Run): boolean => run.scope === 'all' || (!ABOUT_EVERYTHING.test(claim.sentence) && (run.scope === 'one' || coversFiles(run, files)));
  const last = runs.findLast((run) => isRed(run) || (isGreen(run) && isEnough(run)));
  if (last && isGreen(last)) return [];
  const part = runs.findLast(isGreen);
  const unclear = runs.at(-1);
  const [why, run]: [WhyUnproven, Run | null] = last ? ['failed', last] : part ? ['only-part', part] : unclear ? ['says-nothing', unclear] : ['not-run', null];
  return [{ claim, words, at, files, why, run, wants }];
}

function toWanted({ type }: Claim, canTest: boolean): ReadonlySet<RunClass> {
  if (type === 'tests-pass') return TESTS;
  if (type === 'clean') return CHECKS;
  return canTest ? TRIALS : TRIALS_AND_BUILDS;
}
