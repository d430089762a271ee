/** Where the lines of a file come from: git's blame, each commit's added lines, and what the journal's sessions wrote. */
import type { BlamedLine, Commit } from '../../model/commit.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { applyRecords } from '../../origins/join/apply-records.ts';
import { createLineJoiner } from '../../origins/join/create-line-joiner.ts';
import type { LineOrigin } from '../../origins/join/line-origin.ts';
import type { OriginSession } from '../../journal/origins-table.ts';
import { blameFile } from '../../sources/git/blame-file.ts';
import { findRepository, toRepositoryPath, type Repository } from '../../sources/git/find-repository.ts';
import { readCommits } from '../../sources/git/read-commits.ts';
import type { App } from '../app.ts';
import { listRepositorySessions } from './list-repository-sessions.ts';
import { createRecordReader } from './create-record-reader.ts';

export interface LinesRequest {
  /** As the person named it, in the folder Rounds was started in. */
  readonly file: string;
  /** 1-based; the whole file when absent. */
  readonly line?: number;
}

export interface FoundOrigins {
  readonly repository: Repository;
  readonly path: string;
  readonly lines: readonly LineWithOrigin[];
  readonly commits: ReadonlyMap<string, Commit>;
  /** What was looked at, for an honest "not known". */
  readonly looked: { readonly sessions: number; readonly writings: number };
}

export interface LineWithOrigin extends BlamedLine {
  readonly origin: LineOrigin;
}

/** Lines blamed around the one asked for: git follows a moved block only when it sees it whole. */
const AROUND = 12;

export async function findLineOrigins(app: App, { file, line }: LinesRequest): Promise<Result<FoundOrigins, Problem>> {
  const found = await findRepository(file);
  if (!found.ok) return found;
  const repository = found.value;
  const path = toRepositoryPath(repository.root, file);
  if (path === null) return failed(problem('bad-input', 'This file lies outside its repository.', { next: 'Name it by its real path.' }));
  const blamed = await blameAround(repository.root, path, line);
  if (!blamed.ok) return blamed;
  const lines = blamed.value.filter(({ number }) => line === undefined || number === line);
  const changes = await readChanges(repository, lines, blamed.value);
  if (!changes.ok) return changes;

  const sessions = listRepositorySessions(app, repository);
  const loaded = app.journal.attempt(() => loadWritings(app, sessions, changes.value));
  if (!loaded.ok) return loaded;
  const { writings, touches, commits } = loaded.value;
  const joiner = createLineJoiner({
    roots: repository.roots,
    sessions: sessions.map(({ session, headCommit, derivation }) => ({
      id: session,
      headCommit,
      commits: commits.filter((commit) => commit.derivation === derivation),
    })),
    writings,
    touches,
  });
  const readRecords = await createRecordReader(repository, sessions);
  const originByPlace = new Map<string, LineOrigin>();
  for (const commit of changes.value) {
    const records = await readRecords(commit);
    for (const origin of applyRecords(joiner.join(commit, records.sessions), records.lines))
      originByPlace.set(toPlace(commit.sha, origin.path, origin.number), origin);
  }
  return ok({
    repository,
    path,
    lines: lines.map((blame) => ({
      ...blame,
      origin: originByPlace.get(toPlace(blame.commit ?? WORK_TREE, blame.path, blame.originalNumber)) ?? toUnknown(blame),
    })),
    commits: new Map(changes.value.map((commit) => [commit.sha, commit])),
    looked: { sessions: sessions.length, writings: writings.length },
  });
}

/** Stands for the commit of lines that are not committed yet. */
const WORK_TREE = 'work tree';
const toPlace = (sha: string, path: string, number: number): string => `${sha}:${number}:${path}`;

const toUnknown = ({ path, originalNumber, text }: BlamedLine): LineOrigin => ({
  path,
  number: originalNumber,
  text,
  by: 'unknown',
  confidence: 0,
  source: null,
  evidence: [{ sign: 'nothing-found' }],
});

async function blameAround(root: string, path: string, line: number | undefined): Promise<Result<BlamedLine[], Problem>> {
  if (line === undefined) return blameFile({ root, path });
  const around = await blameFile({ root, path, from: Math.max(1, line - AROUND), to: line + AROUND });
  if (!around.ok || around.value.some(({ number }) => number === line)) return around;
  return failed(problem('wrong-usage', `${path} has no line ${line}.`, { next: 'Name a line that is in the file.' }));
}

/** The blamed commits with their changes of the blamed files, and what is not committed as if it were a commit made now. */
async function readChanges({ root, head }: Repository, lines: readonly BlamedLine[], around: readonly BlamedLine[]): Promise<Result<Commit[], Problem>> {
  const revisions = [...new Set(lines.flatMap(({ commit }) => (commit === null ? [] : [commit])))];
  const commits: Commit[] = [];
  if (revisions.length > 0) {
    const paths = [...new Set(lines.map(({ path }) => path))];
    const read = await readCommits(root, { revisions, isList: true, paths }, (commit) => void commits.push(commit));
    if (!read.ok) return read;
  }
  if (lines.some(isOpen)) commits.push(toOpenCommit(around.filter(isOpen), head));
  return ok(commits);
}

const isOpen = ({ commit }: BlamedLine): boolean => commit === null;

function toOpenCommit(lines: readonly BlamedLine[], head: string | null): Commit {
  const now = Date.now();
  const hunks: { start: number; added: string[]; removed: string[] }[] = [];
  for (const { originalNumber, text } of lines) {
    const last = hunks.at(-1);
    if (last && last.start + last.added.length === originalNumber) last.added.push(text);
    else hunks.push({ start: originalNumber, added: [text], removed: [] });
  }
  return {
    sha: WORK_TREE,
    parents: head ? [head] : [],
    authorAt: now,
    committedAt: now,
    subject: '',
    trailers: [],
    files: [{ path: lines[0]?.path ?? '', hunks }],
  };
}

function loadWritings({ journal }: App, sessions: readonly OriginSession[], changes: readonly Commit[]) {
  const sessionByDerivation = new Map(sessions.map(({ derivation, session }) => [derivation, session as string]));
  const derivations = [...sessionByDerivation.keys()];
  const files = changes.flatMap(({ files: changed }) => changed);
  const names = [
    ...new Set(files.flatMap(({ path, from }) => [path, ...(from === undefined ? [] : [from])]).map((path) => path.slice(path.lastIndexOf('/') + 1))),
  ];
  const lines = files.flatMap(({ hunks }) => hunks.flatMap(({ added }) => added));
  const withSession = <T extends { readonly derivation: number }>(row: T): T & { session: string } => ({
    ...row,
    session: sessionByDerivation.get(row.derivation) ?? '',
  });
  return {
    writings: journal.origins.findWritings(derivations, { names, lines }).map(withSession),
    touches: journal.origins.listTouches(derivations).map(withSession),
    commits: journal.origins.listCommits(derivations),
  };
}
