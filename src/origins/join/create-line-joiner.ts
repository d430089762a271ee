/** Joins a commit's added lines to the acts in sessions that wrote them. */
import type { Commit, CommittedHunk, FileChange } from '../../model/commit.ts';
import { toLineKey, toWords, weighKey } from '../text/line-key.ts';
import { createPathComparer, nameOf } from './compare-paths.ts';
import { findTouch, type SourcedTouch } from './find-touch.ts';
import type { Evidence, LineOrigin } from './line-origin.ts';
import { listAddedLines, matchLines, type AddedLine, type Candidate, type MatchContext } from './match-lines.ts';
import { matchWords, SAME_WORDS } from './match-words.ts';
import { linkSessions, type JoinSession, type SessionLink } from './session-links.ts';
import { createWritingIndex, type IndexedWriting, type SourcedWriting } from './writing-index.ts';

export interface JoinInput {
  /** Roots of the repository's work trees. */
  readonly roots: readonly string[];
  readonly sessions: readonly JoinSession[];
  readonly writings: readonly SourcedWriting[];
  readonly touches: readonly SourcedTouch[];
}

export interface LineJoiner {
  /** @param recorded sessions that a trailer, a note or a trace ties to the commit */
  readonly join: (commit: Commit, recorded?: ReadonlySet<string>) => LineOrigin[];
}

/** Clocks of one machine; a writing may be dated by the end of its call. */
const CLOCK_SLACK_MS = 60_000;
/** A session that explains this share of a commit's lines is the one it was made from. */
const LINKING_SHARE = 0.25;
/** Scores this close are equal: then the later writing counts, since a line written again was not there any more. */
const CLOSE = 0.8;

export function createLineJoiner({ roots, sessions, writings, touches }: JoinInput): LineJoiner {
  const index = createWritingIndex(writings);
  const compare = createPathComparer(roots);

  const createContext = (commit: Commit, file: FileChange): MatchContext => {
    const likenessByWriting = new Map<IndexedWriting, ReturnType<typeof compare>>();
    return {
      index,
      isInTime: ({ writing: { at } }) => at === null || at <= commit.committedAt + CLOCK_SLACK_MS,
      likenessOf(indexed) {
        const known = likenessByWriting.get(indexed);
        if (known) return known;
        const all = new Set(
          indexed.writing.paths.flatMap((path) => [compare(path, file.path), ...(file.from === undefined ? [] : [compare(path, file.from)])]),
        );
        const likeness = all.has('same') ? 'same' : all.has('like') ? 'like' : 'other';
        likenessByWriting.set(indexed, likeness);
        return likeness;
      },
    };
  };

  function join(commit: Commit, recorded: ReadonlySet<string> = new Set()): LineOrigin[] {
    const links = linkSessions(commit, sessions, recorded);
    const files = commit.files.map((file) => {
      const lines = listAddedLines(file);
      const context = createContext(commit, file);
      return { file, lines, context, candidates: matchLines(lines, context) };
    });
    const shares = shareBySession(files.flatMap(({ lines, candidates }) => lines.map((line, at) => ({ line, candidates: candidates[at] ?? [] }))));
    const rank = createRanking(commit, links, shares);
    return files.flatMap((entry) => {
      const chosen: (Candidate | undefined)[] = entry.candidates.map((candidates) => rank(candidates));
      fillFromWords(entry, chosen, index.listByName(nameOf(entry.file.path)), entry.file.from === undefined ? [] : index.listByName(nameOf(entry.file.from)));
      fillBetween(entry.lines, chosen);
      const intoFile = index.listByName(nameOf(entry.file.path)).filter((one) => entry.context.likenessOf(one) !== 'other' && entry.context.isInTime(one));
      const knowsFile = (isMeant: (session: string) => boolean): boolean => intoFile.some(({ writing }) => isMeant(writing.session));
      return entry.lines.map((line, at) => toOrigin({ commit, file: entry.file, line, candidate: chosen[at], links, shares, touches, compare, knowsFile }));
    });
  }

  return { join };
}

interface FileEntry {
  readonly lines: readonly AddedLine[];
  readonly context: MatchContext;
}

function fillFromWords({ lines, context }: FileEntry, chosen: (Candidate | undefined)[], ...names: (readonly IndexedWriting[])[]): void {
  let from = 0;
  while (from < lines.length) {
    let to = from;
    while (to < lines.length && lines[to]?.hunk === lines[from]?.hunk) to += 1;
    if (chosen.slice(from, to).some((candidate) => !candidate)) {
      const found = matchWords(lines.slice(from, to), chosen.slice(from, to), names.flat(), context);
      for (const [offset, candidate] of found.entries()) if (candidate) chosen[from + offset] ??= candidate;
    }
    from = to;
  }
}

/** A bracket or an empty line belongs to what it stands between; a line of words must be found itself. */
function fillBetween(lines: readonly AddedLine[], chosen: (Candidate | undefined)[]): void {
  const direct = [...chosen];
  for (const [at, line] of lines.entries()) {
    if (direct[at] || line.weight > LITTLE) continue;
    const before = findNearest(lines, direct, at, -1);
    const after = findNearest(lines, direct, at, 1);
    // An empty line next to somebody else's may be theirs; a bracket closes what stands before it.
    if (line.hash === 0 && (before === 'other' || after === 'other')) continue;
    const first = before === 'other' ? undefined : before;
    const second = after === 'other' ? undefined : after;
    const between =
      first && second && first.in.writing.session !== second.in.writing.session ? undefined : (first ?? (before === 'other' ? undefined : second));
    if (between) chosen[at] = { ...between, score: between.score * 0.7, neighbours: first && second ? 2 : 1, words: 0 };
  }
}

/** Weight up to which a line is taken to belong to its neighbours. */
const LITTLE = 0.1;

/** What the next telling line of the hunk was joined to: `other` where it was joined to nothing, undefined where there is none. */
function findNearest(lines: readonly AddedLine[], chosen: readonly (Candidate | undefined)[], at: number, step: number): Candidate | 'other' | undefined {
  for (let next = at + step; lines[next] && lines[next]?.hunk === lines[at]?.hunk; next += step) {
    if (chosen[next]) return chosen[next];
    if ((lines[next]?.weight ?? 0) > LITTLE) return 'other';
  }
  return undefined;
}

/** Share of the commit's telling lines for which a session is the best candidate. */
function shareBySession(lines: readonly { line: AddedLine; candidates: readonly Candidate[] }[]): Map<string, number> {
  let total = 0;
  const weightBySession = new Map<string, number>();
  for (const { line, candidates } of lines) {
    total += line.weight;
    const best = candidates[0]?.score ?? 0;
    const near = new Set(candidates.filter(({ score }) => score >= best * CLOSE).map((candidate) => candidate.in.writing.session));
    for (const session of near) weightBySession.set(session, (weightBySession.get(session) ?? 0) + line.weight);
  }
  return new Map([...weightBySession].map(([session, weight]) => [session, total === 0 ? 0 : weight / total]));
}

/** Chooses among a line's candidates: what ties their session to the commit, what they say, then what was written last. */
function createRanking(
  { authorAt }: Commit,
  links: ReadonlyMap<string, SessionLink>,
  shares: ReadonlyMap<string, number>,
): (candidates: readonly Candidate[]) => Candidate | undefined {
  const worth = ({ in: { writing }, score }: Candidate): number => {
    const link = links.get(writing.session);
    const isLate = writing.at !== null && writing.at > authorAt + CLOCK_SLACK_MS;
    return Math.min(score, 1) * (link?.isMade ? 1.6 : link ? 1.15 : 1) * (1 + 0.5 * (shares.get(writing.session) ?? 0)) * (isLate && !link?.isMade ? 0.7 : 1);
  };
  return (candidates) => {
    const ranked = candidates.map((candidate) => ({ candidate, worth: worth(candidate) })).sort((a, b) => b.worth - a.worth);
    const best = ranked[0];
    if (!best) return undefined;
    const close = ranked.filter((one) => one.worth >= best.worth * CLOSE);
    return close.reduce((latest, one) => ((one.candidate.in.writing.at ?? 0) > (latest.candidate.in.writing.at ?? 0) ? one : latest), best).candidate;
  };
}

interface OriginInput {
  readonly commit: Commit;
  readonly file: FileChange;
  readonly line: AddedLine;
  readonly candidate: Candidate | undefined;
  readonly links: ReadonlyMap<string, SessionLink>;
  readonly shares: ReadonlyMap<string, number>;
  readonly touches: readonly SourcedTouch[];
  readonly compare: ReturnType<typeof createPathComparer>;
  /** Whether one of some sessions wrote into the file before the commit. */
  readonly knowsFile: (isMeant: (session: string) => boolean) => boolean;
}

function toOrigin(input: OriginInput): LineOrigin {
  const { file, line, candidate, links } = input;
  const base = { path: file.path, number: line.number, text: line.text };
  if (candidate) {
    const { writing } = candidate.in;
    const evidence = [...toEvidence(input.commit, candidate), ...(links.get(writing.session)?.evidence ?? [])];
    const source = { session: writing.session, seq: writing.seq, thread: writing.thread, at: writing.at, way: writing.way };
    return { ...base, by: writing.way === 'person' ? 'person' : 'agent', confidence: toConfidence(input, candidate), source, evidence };
  }
  return { ...base, ...originWithoutText(input) };
}

/** A line nobody is seen to have written: by a command that changed the file its own way, by the person, or not known. */
function originWithoutText({
  commit,
  file,
  line,
  links,
  shares,
  touches,
  compare,
  knowsFile,
}: OriginInput): Pick<LineOrigin, 'by' | 'confidence' | 'source' | 'evidence'> {
  const isLinked = (session: string): boolean => (links.get(session)?.isMade ?? false) || (shares.get(session) ?? 0) >= LINKING_SHARE;
  const hunk = file.hunks[line.hunk];
  const touch = findTouch({ commit, file, isReformatted: hunk !== undefined && isReformatted(hunk), touches, compare, isLinked });
  if (touch) {
    const { session, seq, thread, at } = touch.touch;
    const evidence: Evidence[] = [{ sign: 'command-touched-file' }, ...(links.get(session)?.evidence ?? [])];
    return { by: 'agent', confidence: touch.confidence, source: { session, seq, thread, at, way: 'touched' }, evidence };
  }
  if (!knowsFile(isLinked) || weighKey(toLineKey(line.text)) === 0)
    return { by: 'unknown', confidence: 0, source: null, evidence: [{ sign: 'nothing-found' }] };
  // A session tied to the commit wrote into this file, and nothing like this line.
  return { by: 'person', confidence: 0.6, source: null, evidence: [{ sign: 'not-in-session' }] };
}

function isReformatted({ added, removed }: CommittedHunk): boolean {
  if (removed.length === 0) return false;
  return joinWords(added) === joinWords(removed);
}

const joinWords = (lines: readonly string[]): string => lines.flatMap(toWords).join(' ');

function toEvidence({ authorAt, committedAt }: Commit, { in: { writing }, likeness, neighbours, words }: Candidate): Evidence[] {
  const text: Evidence =
    words === undefined
      ? { sign: 'same-line' }
      : words === 0
        ? { sign: 'neighbours', amount: neighbours }
        : { sign: words >= SAME_WORDS ? 'same-words' : 'changed-words', amount: round(words) };
  const time: Evidence =
    writing.at === null
      ? { sign: 'no-time' }
      : writing.at > authorAt + CLOCK_SLACK_MS
        ? { sign: 'after-authoring' }
        : { sign: 'before-commit', amount: Math.max(0, Math.round((committedAt - writing.at) / 60_000)) };
  const way: Evidence[] = writing.way === 'states' ? [{ sign: 'states-differ' }] : writing.way === 'person' ? [{ sign: 'written-between-edits' }] : [];
  return [
    text,
    ...(words === undefined && neighbours > 0 ? [{ sign: 'neighbours', amount: neighbours } as const] : []),
    { sign: `${likeness}-path` },
    time,
    ...way,
  ];
}

/** Every file repeats its idioms: a few common words, in a session that has next to nothing of the commit, are there by chance. */
const LEAST_TEXT = 0.6;
const LEAST_TIE = 0.1;
const CHANCE = 0.45;

/** Parts were set by hand and checked against trailers of public repositories: see docs/quality-joins.md. */
function toConfidence({ links, shares }: OriginInput, { in: { writing }, score, likeness, words }: Candidate): number {
  const text = words === undefined ? Math.min(1, score) : words * Math.min(1, score + 0.2);
  const link = links.get(writing.session);
  const tie = link?.isMade ? 1 : Math.min(1, (shares.get(writing.session) ?? 0) * 1.5 + (link ? 0.2 : 0));
  const path = { same: 1, like: 0.7, other: 0.2 }[likeness];
  const way = writing.way === 'script' ? 0.9 : 1;
  const most = text < LEAST_TEXT && tie < LEAST_TIE ? CHANCE : 0.99;
  return round(Math.min(most, (0.25 + 0.3 * text + 0.2 * path + 0.24 * tie) * way));
}

const round = (value: number): number => Math.round(value * 100) / 100;
