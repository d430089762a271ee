/** Collects from a session's events what was written into files, in one pass. */
import type { Action, EventOf, SessionEvent } from '../../model/event.ts';
import type { Hunk } from '../../model/hunk.ts';
import { readFileWrites, type FileWrite } from './read-file-writes.ts';
import { readMadeCommits } from './read-made-commits.ts';
import { resolvePath } from './resolve-path.ts';
import type { ReadShell } from './shell-command.ts';
import { createStateTracker, listNewLines } from './track-states.ts';
import type { MadeCommit, SessionWritings, Touch, Writing, WritingWay } from './writing.ts';

export interface WritingCollector {
  readonly add: (event: SessionEvent) => void;
  /** @param cwd the folder the session began in, where its format tells */
  readonly finish: (cwd: string | undefined) => SessionWritings;
}

interface Move {
  readonly seq: number;
  readonly from: string;
  readonly to: string;
}

/** Names one file may gather by being moved; a session that moves more tells a tree apart by its lines. */
const MOST_NAMES = 6;
const MOST_MOVES = 500;
/** Characters of all that one session wrote; a session beyond it is known by what it wrote first. */
const MOST_WRITTEN = 24_000_000;
const MOST_TOUCHES = 20_000;

export function createWritingCollector({ readShell }: { readShell: ReadShell }): WritingCollector {
  const writings: Writing[] = [];
  const touches: Touch[] = [];
  const moves: Move[] = [];
  const commits: MadeCommit[] = [];
  const states = createStateTracker();
  let written = 0;
  const runs = new Map<string, { call: EventOf<'call'>; action: Extract<Action, { type: 'run' }> }>();

  const write = (event: SessionEvent, paths: readonly string[], way: WritingWay, lines: readonly string[]): void => {
    if (written > MOST_WRITTEN || lines.every((line) => line.trim() === '')) return;
    for (const line of lines) written += line.length + 1;
    writings.push({ seq: event.seq, at: toInstant(event.at), thread: event.thread, paths, way, lines });
  };

  /** What stands in the file now and was not there when it was last seen, though no edit put it there. */
  const noticeOthers = (event: EventOf<'edit'>): void => {
    const known = states.get(event.path);
    if (known === undefined || event.before === undefined || known === event.before) return;
    const lines = listNewLines(known, event.before);
    if (lines.length === 0) return;
    const by = touches.findLast(({ paths, seq }) => seq > lastEditSeq(event.path) && (paths === null || paths.includes(event.path)));
    if (by) writings.push({ seq: by.seq, at: by.at, thread: by.thread, paths: [event.path], way: 'states', lines });
    else write(event, [event.path], 'person', lines);
  };
  const editSeqByPath = new Map<string, number>();
  const lastEditSeq = (path: string): number => editSeqByPath.get(path) ?? -1;

  const addEdit = (event: EventOf<'edit'>): void => {
    noticeOthers(event);
    const path = event.movedTo ?? event.path;
    if (event.movedTo !== undefined) moves.push({ seq: event.seq, from: event.path, to: event.movedTo });
    const known = states.get(event.path);
    const rewrites = event.change === 'create' && known !== undefined && event.after !== undefined;
    write(event, [path], 'edit', rewrites ? listNewLines(known, event.after ?? '') : toAddedLines(event.hunks));
    states.set(path, event.after);
    editSeqByPath.set(path, event.seq);
  };

  const addFileWrite = (call: EventOf<'call'>, found: FileWrite): void => {
    switch (found.type) {
      case 'content': {
        const known = states.get(found.path);
        const text = `${found.lines.join('\n')}\n`;
        write(call, [found.path], 'shell', known === undefined || found.appends ? found.lines : listNewLines(known, text));
        states.set(found.path, found.appends ? (known === undefined ? undefined : known + text) : text);
        editSeqByPath.set(found.path, call.seq);
        return;
      }
      case 'patch':
        write(call, [found.path], 'shell', found.lines);
        states.set(found.path, undefined);
        return;
      case 'script':
        write(call, found.paths, 'script', found.lines);
        return;
      case 'move':
        if (moves.length < MOST_MOVES) moves.push({ seq: call.seq, from: found.from, to: found.to });
        return;
      case 'touch':
        if (touches.length < MOST_TOUCHES)
          touches.push({ seq: call.seq, at: toInstant(call.at), thread: call.thread, paths: found.paths, program: found.program });
    }
  };

  return {
    add(event) {
      if (event.replayed) return;
      if (event.kind === 'edit') addEdit(event);
      else if (event.kind === 'call' && event.action.type === 'run') runs.set(event.callId, { call: event, action: event.action });
      else if (event.kind === 'result') {
        const run = runs.get(event.callId);
        if (!run) return;
        runs.delete(event.callId);
        if (event.outcome === 'refused') return;
        for (const found of readFileWrites(run.action.command, readShell, run.action.cwd)) addFileWrite(run.call, found);
        commits.push(...readMadeCommits(run.action.command, event, readShell));
      }
    },
    finish: (cwd) => ({
      writings: writings.map((writing) => ({ ...writing, paths: withMoves(writing, moves).map((path) => resolvePath(cwd, path)) })),
      touches: touches.map((touch) => ({ ...touch, paths: touch.paths?.map((path) => resolvePath(cwd, path)) ?? null })),
      commits,
    }),
  };
}

/** Added lines of hunks, an empty line wherever something that was there before stands between them. */
function toAddedLines(hunks: readonly Hunk[]): string[] {
  const lines: string[] = [];
  for (const { lines: rows } of hunks) {
    if (lines.length > 0) lines.push('');
    for (const row of rows) {
      if (row.startsWith('+')) lines.push(row.slice(1));
      else if (row.startsWith(' ') && lines.length > 0 && lines.at(-1) !== '') lines.push('');
    }
  }
  return lines;
}

/** The file's names over the rest of the session. A folder's move moves what lies in it. */
function withMoves({ seq, paths }: Writing, moves: readonly Move[]): string[] {
  const names = [...paths];
  for (const move of moves) {
    if (move.seq < seq || names.length >= MOST_NAMES) continue;
    const moved = names.filter((name) => name === move.from || name.startsWith(`${move.from}/`));
    names.push(...moved.map((name) => move.to + name.slice(move.from.length)));
  }
  return [...new Set(names)];
}

function toInstant(at: string | null): number | null {
  const instant = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(instant) ? null : instant;
}
