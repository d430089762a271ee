/**
 * Measures the join of sessions to commits on a public repository whose commits carry Entire's trailers: the trailers are taken
 * away, the lines joined, the sessions found compared with those the trailers name.
 */
import type { Commit } from '../../src/model/commit.ts';
import { describeProblem } from '../../src/model/problem.ts';
import { createLineJoiner, type LineJoiner } from '../../src/origins/join/create-line-joiner.ts';
import type { LineOrigin } from '../../src/origins/join/line-origin.ts';
import { toLineKey, weighKey } from '../../src/origins/text/line-key.ts';
import { readCommits } from '../../src/sources/git/read-commits.ts';
import { listCheckpoints } from '../../src/sources/git/read-checkpoint-sessions.ts';
import { runGit } from '../../src/sources/git/run-git.ts';
import { listOwnLines } from './joins/list-own-lines.ts';
import { countStanding, loadSessions, type LoadedSession, type LoadedSessions } from './joins/load-sessions.ts';

/** A join below this is not shown as one. */
const LEAST_CONFIDENCE = 0.5;

export interface JoinFigures {
  readonly sessions: number;
  readonly unreadableSessions: number;
  /** Commits with a trailer, and those of them of which at least one session is readable here. */
  readonly commits: number;
  readonly resolvable: number;
  /** Commits that could not be read: the copy lacks some of their files. */
  readonly damaged: number;
  readonly addedLines: number;
  /** Verbatim in an edit of a session the trailer names: the naive join. */
  readonly naive: number;
  /** Lines that some transcript here can have seen written: see `OUT_OF_REACH`. */
  readonly reachableLines: number;
  /** Lines that a session the trailer names wrote into this file before the commit, word for word and telling: what the join makes of them. */
  readonly settled: number;
  readonly settledAgrees: number;
  readonly settledDiffers: number;
  readonly joined: number;
  /** Of files that Entire saw the checkpoint's sessions change. */
  readonly listed: Share;
  /** The same, of lines that are the commit's own and not moved or indented by it. */
  readonly listedOwn: Share;
  /** Of commits of which a session that is here wrote files and goes on until the commit. */
  readonly followed: Share;
  /** Not joined and telling; and of these, those whose text stands in no transcript that is here, in whatever form. */
  readonly missed: number;
  readonly missedNowhere: number;
  /** Joined to a session the trailer names, and to another. */
  readonly agrees: number;
  readonly differs: Readonly<Record<Difference, number>>;
  readonly notJoined: Readonly<Record<string, number>>;
  readonly byConfidence: readonly { readonly from: number; readonly agrees: number; readonly differs: number }[];
  readonly byWay: Readonly<Record<string, number>>;
  /** Commits whose most lines were joined to a session the trailer names. */
  readonly commitsAgree: number;
  readonly commitsJoined: number;
  readonly linesPerSecond: number;
}

/** Lines, those of them joined, those joined to a session the trailer names. */
export interface Share {
  lines: number;
  joined: number;
  agrees: number;
}

/** Why a line is joined to a session its commit's trailer does not name. */
type Difference = 'made there' | 'only written there' | 'moved' | 'written in both' | 'not verbatim';

export async function measureJoins(repository: string): Promise<JoinFigures> {
  const loaded = await loadSessions(repository);
  const { commits, damaged } = await readTrailedCommits(repository);
  const foreignBySquash = await readForeignLines(repository, commits);
  const { sessions } = loaded;
  const joiner = createLineJoiner({
    // Where the work trees of those who wrote it stood is not told: paths are compared by their ends.
    roots: [],
    sessions: sessions.map(({ nativeId, session, written }) => ({ id: nativeId, commits: written.commits, headCommit: session.headCommit ?? null })),
    writings: sessions.flatMap(({ nativeId, written }) => written.writings.map((writing) => ({ ...writing, session: nativeId }))),
    touches: sessions.flatMap(({ nativeId, written }) => written.touches.map((touch) => ({ ...touch, session: nativeId }))),
  });
  const ownBySha = new Map<string, ReadonlySet<string>>();
  for (const commit of commits) {
    const own = await listOwnLines(repository, commit);
    if (own) ownBySha.set(commit.sha, own);
  }
  const { missedTexts, ...figures } = compare(joiner, commits, { ...loaded, foreignBySquash, ownBySha });
  return { ...figures, damaged, missed: missedTexts.length, missedNowhere: missedTexts.length - (await countStanding(repository, missedTexts)) };
}

/** Commits on any branch that carry a trailer, one by one: a copy may lack big files, which must cost no other commit. */
async function readTrailedCommits(repository: string): Promise<{ commits: Commit[]; damaged: number }> {
  const listed = await runGit(repository, ['log', '--all', '--no-merges', '--format=%H %(trailers:key=Entire-Checkpoint,valueonly,separator=%x2C)']);
  if (!listed.ok) throw new Error(describeProblem(listed.problem));
  const commits: Commit[] = [];
  let damaged = 0;
  for (const line of listed.value.split('\n')) {
    const [sha = '', trailer = ''] = line.split(' ');
    if (trailer === '') continue;
    const read = await readCommits(repository, { revisions: [sha], isList: true }, (commit) => void commits.push(commit));
    if (!read.ok) damaged += 1;
  }
  return { commits: commits.filter(({ trailers }) => listCheckpoints(trailers).length > 0), damaged };
}

type ForeignLines = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A pull request merged as one commit keeps the trailer of any of its commits. Where the request's own commits are here, tells the
 * lines that those without a trailer brought: no checkpoint speaks of them.
 */
async function readForeignLines(repository: string, commits: readonly Commit[]): Promise<Map<string, Set<string>>> {
  const foreignBySquash = new Map<string, Set<string>>();
  for (const { sha, subject, parents } of commits) {
    const request = /\(#(\d+)\)$/.exec(subject)?.[1];
    if (request === undefined || parents[0] === undefined) continue;
    const listed = await runGit(repository, ['rev-list', '--no-merges', '--max-count=100', `refs/pull/${request}/head`, `^${parents[0]}`]);
    const revisions = listed.ok ? listed.value.split('\n').filter(Boolean) : [];
    const own = new Set<string>();
    const foreign = new Set<string>();
    if (revisions.length < 2) continue;
    await readCommits(repository, { revisions, isList: true }, ({ trailers, files }) => {
      const into = listCheckpoints(trailers).length > 0 ? own : foreign;
      for (const { path, hunks } of files) for (const line of hunks.flatMap(({ added }) => added)) into.add(toPlace(path, line));
    });
    foreignBySquash.set(sha, new Set([...foreign].filter((place) => !own.has(place))));
  }
  return foreignBySquash;
}

function compare(
  joiner: LineJoiner,
  commits: readonly Commit[],
  {
    sessions,
    sessionsByCheckpoint,
    filesByCheckpoint,
    unreadable,
    foreignBySquash,
    ownBySha,
  }: LoadedSessions & { readonly foreignBySquash: ForeignLines; readonly ownBySha: ReadonlyMap<string, ReadonlySet<string>> },
): Omit<JoinFigures, 'damaged' | 'missed' | 'missedNowhere'> & { readonly missedTexts: readonly string[] } {
  const missedTexts: string[] = [];
  const listed: Share = { lines: 0, joined: 0, agrees: 0 };
  const listedOwn: Share = { lines: 0, joined: 0, agrees: 0 };
  const followed: Share = { lines: 0, joined: 0, agrees: 0 };
  let joiningMs = 0;
  const byId = new Map(sessions.map((session) => [session.nativeId, session]));
  const linesById = new Map(sessions.map((session) => [session.nativeId, listLines(session)]));
  const differs: Record<Difference, number> = { 'made there': 0, 'only written there': 0, moved: 0, 'written in both': 0, 'not verbatim': 0 };
  const notJoined: Record<string, number> = {};
  const byWay: Record<string, number> = {};
  const bands = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map((from) => ({ from, agrees: 0, differs: 0 }));
  const sum = {
    resolvable: 0,
    reachableLines: 0,
    settled: 0,
    settledAgrees: 0,
    settledDiffers: 0,
    addedLines: 0,
    naive: 0,
    agrees: 0,
    joined: 0,
    commitsAgree: 0,
    commitsJoined: 0,
  };
  for (const commit of commits) {
    const named = new Set(listCheckpoints(commit.trailers).flatMap((checkpoint) => [...(sessionsByCheckpoint.get(checkpoint) ?? [])]));
    const readable = [...named].flatMap((id) => byId.get(id) ?? []);
    if (readable.length === 0) continue;
    sum.resolvable += 1;
    const foreign = foreignBySquash.get(commit.sha);
    const removed = new Set(commit.files.flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.removed.map(toLineKey))));
    const votes = new Map<string, number>();
    const touched = new Set(listCheckpoints(commit.trailers).flatMap((checkpoint) => [...(filesByCheckpoint.get(checkpoint) ?? [])]));
    const isFollowed = reaches(readable, commit);
    const fromByPath = new Map(commit.files.map(({ path, from }) => [path, from]));
    const begun = performance.now();
    const origins = joiner.join({ ...commit, trailers: [] });
    joiningMs += performance.now() - begun;
    for (const origin of origins) {
      sum.addedLines += 1;
      if (origin.text.trim() !== '' && readable.some(({ nativeId }) => linesById.get(nativeId)?.verbatim.has(origin.text.trim()))) sum.naive += 1;
      const isSettled = weighKey(toLineKey(origin.text)) >= TELLING && readable.some((one) => wroteInto(linesById.get(one.nativeId), origin, commit));
      if (isSettled) sum.settled += 1;
      const session = origin.by === 'agent' && origin.confidence >= LEAST_CONFIDENCE ? origin.source?.session : undefined;
      const isListed = touched.has(origin.path) || touched.has(fromByPath.get(origin.path) ?? '');
      const isOwn = ownBySha.get(commit.sha)?.has(`${origin.path}:${origin.number}`) ?? true;
      for (const share of [...(isListed ? [listed] : []), ...(isListed && isOwn ? [listedOwn] : []), ...(isFollowed ? [followed] : [])]) {
        share.lines += 1;
        if (session !== undefined) share.joined += 1;
        if (session !== undefined && named.has(session)) share.agrees += 1;
      }
      if (session === undefined) {
        if (weighKey(toLineKey(origin.text)) >= TELLING) missedTexts.push(origin.text);
        const cause = findCause({ origin, commit, readable, unreadable, named, foreign });
        notJoined[cause] = (notJoined[cause] ?? 0) + 1;
        if (!OUT_OF_REACH.has(cause)) sum.reachableLines += 1;
        continue;
      }
      sum.joined += 1;
      sum.reachableLines += 1;
      votes.set(session, (votes.get(session) ?? 0) + 1);
      const way = origin.source?.way ?? 'none';
      byWay[way] = (byWay[way] ?? 0) + 1;
      const band = bands.findLast(({ from }) => origin.confidence >= from);
      if (isSettled && named.has(session)) sum.settledAgrees += 1;
      if (isSettled && !named.has(session)) sum.settledDiffers += 1;
      if (named.has(session)) {
        sum.agrees += 1;
        if (band) band.agrees += 1;
        continue;
      }
      if (band) band.differs += 1;
      differs[explain({ origin, commit, removed, session, readable, linesById })] += 1;
    }
    const [most] = [...votes].sort(([, a], [, b]) => b - a);
    if (most) sum.commitsJoined += 1;
    if (most && named.has(most[0])) sum.commitsAgree += 1;
  }
  return {
    ...sum,
    sessions: sessions.length,
    unreadableSessions: unreadable.size,
    commits: commits.length,
    differs,
    notJoined,
    byWay,
    byConfidence: bands,
    listed,
    listedOwn,
    followed,
    missedTexts,
    linesPerSecond: Math.round(sum.addedLines / (joiningMs / 1000)),
  };
}

/** A line that says this much is seldom written twice by chance. */
const TELLING = 0.5;
const CLOCK_SLACK_MS = 60_000;

interface SessionLines {
  /** Lines of its edits as they stand, ends trimmed. */
  readonly verbatim: ReadonlySet<string>;
  /** Lines of everything it wrote, as formatters leave them alone. */
  readonly keys: ReadonlySet<string>;
  /** When it first wrote a line into a file of a name. */
  readonly atByPlace: ReadonlyMap<string, number>;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const toPlace = (path: string, line: string): string => `${nameOf(path)}\0${toLineKey(line)}`;

function listLines({ written: { writings } }: LoadedSession): SessionLines {
  const edits = writings.filter(({ way }) => way === 'edit');
  const atByPlace = new Map<string, number>();
  for (const { at, paths, lines } of writings)
    for (const place of paths.flatMap((path) => lines.map((line) => toPlace(path, line))))
      atByPlace.set(place, Math.min(at ?? 0, atByPlace.get(place) ?? Infinity));
  return {
    verbatim: new Set(edits.flatMap(({ lines }) => lines.map((line) => line.trim()))),
    keys: new Set(writings.flatMap(({ lines }) => lines.map(toLineKey))),
    atByPlace,
  };
}

const wroteInto = (lines: SessionLines | undefined, { path, text }: LineOrigin, { committedAt }: Commit): boolean =>
  (lines?.atByPlace.get(toPlace(path, text)) ?? Infinity) <= committedAt + CLOCK_SLACK_MS;

interface Differing {
  readonly origin: LineOrigin;
  readonly commit: Commit;
  /** Lines the commit takes away, as formatters leave them alone. */
  readonly removed: ReadonlySet<string>;
  readonly session: string;
  readonly readable: readonly LoadedSession[];
  readonly linesById: ReadonlyMap<string, SessionLines>;
}

function explain({ origin, commit, removed, session, readable, linesById }: Differing): Difference {
  if (origin.evidence.some(({ sign }) => sign === 'made-in-session')) return 'made there';
  if (!linesById.get(session)?.keys.has(toLineKey(origin.text))) return 'not verbatim';
  // The same bracket in another file of a named session says nothing of this one.
  return readable.some(({ nativeId }) => wroteInto(linesById.get(nativeId), origin, commit))
    ? 'written in both'
    : removed.has(toLineKey(origin.text))
      ? 'moved'
      : 'only written there';
}

const isActive = ({ written: { writings, touches } }: LoadedSession): boolean => writings.length + touches.length > 0;

/** Time between a session's last record and its commit, after which the copy is taken to be an older one. */
const GAP_MS = 15 * 60_000;

/** Whether a transcript that writes files goes on until the commit was made. */
const reaches = (readable: readonly LoadedSession[], { authorAt }: Commit): boolean =>
  readable.some((loaded) => isActive(loaded) && Date.parse(loaded.session.endedAt ?? '') >= authorAt - GAP_MS);

const GENERATED = /(?:^|\/)(?:dist|build|node_modules|vendor)\/|(?:lock|lock\.json|lock\.yaml|\.snap|\.min\.js|\.svg|\.map)$/;

const NO_ACT = 'the transcripts the trailer names hold no act that writes a file';
const SQUASHED = 'squashed in from commits that carry no trailer';
const ENDS_BEFORE = 'the stored copy of the transcript ends before the commit';
/** What no join can find: who wrote it is not in the transcripts that are here. */
const OUT_OF_REACH: ReadonlySet<string> = new Set([NO_ACT, SQUASHED, ENDS_BEFORE]);

interface NotJoined {
  readonly origin: LineOrigin;
  readonly commit: Commit;
  readonly readable: readonly LoadedSession[];
  readonly unreadable: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
  /** Of a squash: the lines that only commits without a trailer brought. */
  readonly foreign: ReadonlySet<string> | undefined;
}

/** Why a line has no session, by what can be told without reading it. */
function findCause({ origin: { path, text, by, evidence }, commit, readable, unreadable, named, foreign }: NotJoined): string {
  const name = nameOf(path);
  const isWritten = readable.some(({ written: { writings } }) => writings.some(({ paths }) => paths.some((one) => one.endsWith(`/${name}`) || one === name)));
  const isNamed = readable.some(({ written: { touches } }) => touches.some(({ paths }) => paths?.some((one) => one.endsWith(`/${name}`))));
  if (!readable.some(isActive)) return NO_ACT;
  if (foreign?.has(toPlace(path, text))) return SQUASHED;
  if (!reaches(readable, commit)) return ENDS_BEFORE;
  if (GENERATED.test(path)) return 'lock file or generated file, no command that names it';
  if ([...named].some((id) => unreadable.has(id)) && !isWritten) return 'another session the trailer names is not readable here';
  if (!isWritten && !isNamed) return 'no session here wrote into a file of this name';
  if (weighKey(toLineKey(text)) === 0) return 'says too little alone, and stands beside nothing joined';
  if (evidence.some(({ sign }) => sign === 'command-touched-file')) return 'a command touched the file, confidence too low';
  return by === 'person' ? 'the session wrote the file but no such line: taken for a person’s' : 'the file was written, but no such line found';
}
