/** What happened since to the changes I judged: later commits, reverts and checks settle what a session had left open. */
import { existsSync } from 'node:fs';
import type { Journal } from '../../journal/open-journal.ts';
import { settleStatements } from '../../learning/outcomes/settle-statements.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { Settlement } from '../../model/settlement.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';
import { findLaterCheck } from './outcomes/find-later-check.ts';
import { judgeByHistory } from './outcomes/judge-by-history.ts';
import { listWatched, toDecidedLines, type WatchedRound } from './outcomes/list-watched.ts';
import { loadLooked, saveLooked } from './outcomes/looked-setting.ts';
import { hashRefs, readHistory } from './outcomes/read-history.ts';

const MAX_WORDS = 300;

/**
 * Writes down what settled my rounds since: twice is once. Of a repository that is not here, or in which nothing moved since it was
 * last looked at, what was found before stays. Returns how many rounds have something that settles them.
 */
export async function settleOutcomes({ journal, clock }: Pick<App, 'journal' | 'clock'>): Promise<Result<number, Problem>> {
  const listed = journal.attempt(() => listWatched(journal));
  if (!listed.ok) return listed;
  for (const [folder, rounds] of Map.groupBy(listed.value, (round) => round.folder)) {
    const looked = await lookIntoRepository(journal, folder, rounds);
    if (!looked.ok) return looked;
  }
  const now = clock().toISOString();
  return journal.write(() => {
    for (const round of listed.value) settleByCheck(journal, round, now);
    settleByProbes(journal);
    return new Set(journal.settlements.list().map(({ round }) => round)).size;
  });
}

async function lookIntoRepository(journal: Journal, folder: string, rounds: readonly WatchedRound[]): Promise<Result<null, Problem>> {
  const found = existsSync(folder) ? await findRepository(folder) : null;
  // A folder that is no repository, or no longer here, tells nothing: that is no failure.
  if (!found?.ok) return ok(null);
  const { root, roots } = found.value;
  const refs = await hashRefs(root);
  const state = `${refs} ${rounds.map(({ id }) => id).join(' ')}`;
  const before = journal.attempt(() => loadLooked(journal)[root]);
  if (!before.ok) return before;
  if (refs === null || before.value === state) return ok(null);
  const decided = rounds.map((round) => ({ round, lines: toDecidedLines(round, roots) }));
  const paths = [...new Set(decided.flatMap(({ lines }) => [...lines.keys()]))];
  if (paths.length === 0) return ok(null);
  const since = rounds.map(({ decidedAt }) => decidedAt).sort()[0] ?? '';
  const history = await readHistory(root, since, paths);
  if (!history.ok) return history;
  const settlements: Settlement[] = [];
  for (const { round, lines } of decided)
    for (const one of await judgeByHistory(root, round, lines, history.value)) settlements.push({ ...one, round: round.id, came: null });
  const written = journal.write(() => {
    for (const settlement of settlements) journal.settlements.save(settlement);
    saveLooked(journal, root, state);
  });
  return written.ok ? ok(null) : written;
}

function settleByCheck(journal: Journal, round: WatchedRound, now: string): void {
  const { id, decidedAt, propositions } = round;
  if (propositions.some(({ truth }) => truth !== null)) return;
  const check = findLaterCheck(journal, round);
  if (!check) return;
  const changed = journal.settlements.list().find((one) => one.round === id && (one.how === 'revert' || one.how === 'fix'));
  const came = settleStatements(propositions, { decidedAt, now, check: check.status, changedAt: changed?.at ?? null });
  journal.settlements.save({ round: id, how: 'run', ref: check.ref, at: check.at, words: check.words, came, unsound: false });
}

/** A probe that showed something wrong in what the agent had made, in a round for two. */
function settleByProbes({ teamRounds, settlements }: Journal): void {
  for (const { id, content } of teamRounds.list())
    for (const { claim, target, finding, at } of content?.probes ?? [])
      if (target === 'agent' && finding === 'demonstrated')
        settlements.save({ round: id, how: 'probe', ref: at, at, words: claim.slice(0, MAX_WORDS), came: null, unsound: true });
}
