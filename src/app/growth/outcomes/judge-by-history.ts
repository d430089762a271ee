import { bringsIn, isInverse, listRemoved, listReverted, type DecidedLines } from '../../../learning/outcomes/read-later-commits.ts';
import { STANDS_AFTER_DAYS } from '../../../learning/outcomes/settle-statements.ts';
import type { Settlement } from '../../../model/settlement.ts';
import { blameFile } from '../../../sources/git/blame-file.ts';
import { CALLS_ITSELF_A_FIX } from '../../drills/find-fixes.ts';
import type { WatchedRound } from './list-watched.ts';
import type { LoggedCommit } from './read-history.ts';

const DAY_MS = 86_400_000;
/** A person commits what an agent left within this. A considered proposal. */
const COMMITTED_WITHIN_DAYS = 14;
const MAX_WORDS = 300;

type Found = Omit<Settlement, 'round' | 'came'>;

/** Commits, oldest first, that took back the round's change or mended its lines within thirty days. Empty where its own commit is not known. */
export async function judgeByHistory(root: string, round: WatchedRound, decided: DecidedLines, history: readonly LoggedCommit[]): Promise<Found[]> {
  const own = findOwnCommit(round, decided, history);
  if (!own) return [];
  const later = history.slice(history.indexOf(own) + 1);
  const found: Found[] = [];
  for (const commit of later) {
    if (takesBack(own, commit)) {
      // What was taken back and then brought in again stands.
      if (!later.some((next) => next !== commit && takesBack(commit, next))) found.push(toFound('revert', commit));
    } else if (CALLS_ITSELF_A_FIX.test(commit.subject) && isSoon(own, commit) && (await mendsLines(root, own, commit, decided))) {
      found.push(toFound('fix', commit));
    }
  }
  return found;
}

function findOwnCommit({ moment, decidedAt }: WatchedRound, decided: DecidedLines, history: readonly LoggedCommit[]): LoggedCommit | undefined {
  const named = moment.commit;
  if (named !== undefined) return history.find(({ sha }) => sha.startsWith(named));
  const from = Math.floor(Date.parse(decidedAt) / 1000) * 1000;
  return history.find((commit) => commit.authorAt >= from && commit.authorAt <= from + COMMITTED_WITHIN_DAYS * DAY_MS && bringsIn(commit, decided));
}

const takesBack = (first: LoggedCommit, second: LoggedCommit): boolean =>
  listReverted(second.body).some((name) => first.sha.startsWith(name)) || isInverse(first, second);

const isSoon = (own: LoggedCommit, { authorAt }: LoggedCommit): boolean => authorAt - own.authorAt <= STANDS_AFTER_DAYS * DAY_MS;

/** Whether lines that it removes are, by git's own account, those that came in with the round's commit. */
async function mendsLines(root: string, own: LoggedCommit, { sha, ...commit }: LoggedCommit, decided: DecidedLines): Promise<boolean> {
  for (const [path, lines] of listRemoved({ sha, ...commit }, decided)) {
    const blamed = await blameFile({ root, path, revision: `${sha}^` });
    if (blamed.ok && blamed.value.some(({ commit: by, text }) => by === own.sha && lines.has(text.trim()))) return true;
  }
  return false;
}

const toFound = (how: 'revert' | 'fix', { sha, authorAt, subject }: LoggedCommit): Found => ({
  how,
  ref: sha,
  at: new Date(authorAt).toISOString(),
  words: subject.slice(0, MAX_WORDS),
  unsound: true,
});
