/** Which commit, and which of the session's edits over it, are the code as it stood at a decision. */
import type { EventOf } from '../../../model/event.ts';
import type { Moment } from '../../../model/moment.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { readObjects } from '../../../sources/git/read-objects.ts';
import { runGit } from '../../../sources/git/run-git.ts';
import type { App } from '../../app.ts';
import type { CodePlace } from './find-code.ts';
import { holdsEdit } from './lay-edit.ts';

type Edit = EventOf<'edit'>;

export interface CodeState {
  readonly commit: string;
  /** The session's edits since, up to the decision, in order. */
  readonly edits: readonly Edit[];
  /** What the decision is about: its edits, or the last before it. None where the session had made none. */
  readonly decided: readonly Edit[];
  /** Which commit it is and why, in a sentence. */
  readonly why: string;
}

export interface StateRequest {
  readonly moment: Moment;
  readonly derivation: number;
  readonly branch: string | undefined;
  readonly place: CodePlace;
  /** What the owner chose. */
  readonly commit?: string | undefined;
}

const MOST_EDITS = 5000;

export async function chooseState({ journal }: Pick<App, 'journal'>, request: StateRequest): Promise<Result<CodeState, Problem>> {
  const { moment, derivation, place, commit: chosen } = request;
  const { root } = place;
  const edits = listEdits(journal, derivation);
  const decided = listDecided(edits, moment);
  if (chosen !== undefined) {
    const found = await findCommit(root, chosen);
    return found ? ok({ commit: found, edits: [], decided, why: `${found.slice(0, 10)}, which you chose.` }) : failed(noCommit(chosen, root));
  }
  const every = journal.origins.listCommits([derivation]);
  const made = every.filter(({ sha }) => sha !== null);
  const after = moment.commit === undefined ? null : await findCommit(root, moment.commit);
  if (after && decided.length > 0) {
    const madeAt = made.find(({ sha }) => sha !== null && after.startsWith(sha))?.seq ?? Infinity;
    const between = edits.some(({ line, seq }) => line > moment.shownUntil && seq < madeAt);
    if (!between && (await holdsAll(place, after, decided)))
      return ok({ commit: after, edits: [], decided, why: `${after.slice(0, 10)}, the commit that the decision went into.` });
  }
  const decidedAt = journal.events.findSeqAtLine(derivation, moment.decision.start);
  const lastMade = made.findLast(({ seq }) => seq < decidedAt);
  const own = lastMade?.sha ? await findCommit(root, lastMade.sha) : null;
  if (own && lastMade) {
    const since = edits.filter(({ seq, line }) => seq > lastMade.seq && line <= moment.shownUntil);
    return ok({ commit: own, edits: since, decided, why: `${own.slice(0, 10)}, the last commit of the session before the decision${withEdits(since)}.` });
  }
  const later = every.filter(({ seq }) => seq > decidedAt);
  const before = await findBefore(root, { at: moment.at, tips: [after, request.branch, 'HEAD'], later });
  if (!before)
    return failed(
      problem('not-found', 'The repository has no commit from before the decision.', { next: 'Choose a commit, or share the case without its code.' }),
    );
  const since = edits.filter(({ at, line }) => line <= moment.shownUntil && (at === null || Date.parse(at) > before.at));
  return ok({ commit: before.sha, edits: since, decided, why: `${before.sha.slice(0, 10)}, the last commit before the decision${withEdits(since)}.` });
}

const withEdits = (edits: readonly Edit[]): string =>
  edits.length === 0 ? '' : `, with the ${edits.length === 1 ? 'edit' : `${edits.length} edits`} of the session since then`;

const noCommit = (name: string, root: string): Problem => problem('not-found', `There is no commit ${name.slice(0, 60)} in ${root}.`);

/** The decision's own edits, or, of a claim or a command, the last edit before it: that is what it is about. */
function listDecided(edits: readonly Edit[], { decision, shownUntil }: Moment): readonly Edit[] {
  const own = edits.filter(({ line }) => line >= decision.start && line <= decision.end && line <= shownUntil);
  return own.length > 0 ? own : edits.filter(({ line }) => line < decision.start).slice(-1);
}

const listEdits = (journal: App['journal'], derivation: number): Edit[] =>
  journal.events.listNearestAfter(derivation, ['edit'], -1, MOST_EDITS).filter((event): event is Edit => event.kind === 'edit');

export async function findCommit(root: string, name: string): Promise<string | null> {
  const found = await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return found.ok ? found.value.trim() : null;
}

interface BeforeRequest {
  readonly at: Moment['at'];
  readonly tips: readonly (string | null | undefined)[];
  /** What the session committed after the decision. Clocks and `--date` may say otherwise: it is never from before. A quiet `git commit` tells no hash. */
  readonly later: readonly { readonly sha: string | null; readonly subject: string | null }[];
}

async function findBefore(root: string, { at, tips, later }: BeforeRequest): Promise<{ sha: string; at: number } | null> {
  if (at === null) return null;
  for (const tip of tips) {
    const start = tip && (await findCommit(root, tip));
    if (!start) continue;
    const listed = await runGit(root, ['log', `-${later.length + 1}`, '--format=%H %ct %s', `--before=${at}`, start]);
    const left = [...later];
    const line = (listed.ok ? listed.value.trim().split('\n') : []).find((one) => {
      const subject = one.split(' ').slice(2).join(' ');
      const found = left.findIndex((commit) => (commit.sha === null ? commit.subject === subject : one.startsWith(commit.sha)));
      if (found >= 0) left.splice(found, 1);
      return found < 0;
    });
    const [sha, seconds] = line?.split(' ') ?? [];
    if (sha && seconds) return { sha, at: Number(seconds) * 1000 };
  }
  return null;
}

async function holdsAll({ root, toTreePath }: CodePlace, commit: string, edits: readonly Edit[]): Promise<boolean> {
  const paths = edits.flatMap(({ path, movedTo }) => toTreePath(movedTo ?? path) ?? []);
  // A name with a line break in it cannot be asked for.
  if (paths.length < edits.length || paths.some((path) => path.includes('\n'))) return false;
  const texts: (string | null)[] = [];
  const read = await readObjects(
    root,
    paths.map((path) => `${commit}:${path}`),
    (_, bytes) => void texts.push(bytes?.toString('utf8') ?? null),
  );
  if (!read.ok) return false;
  return edits.every(({ change, hunks }, index) => {
    const text = texts[index] ?? null;
    return change === 'delete' ? text === null : text !== null && holdsEdit(text, hunks);
  });
}
