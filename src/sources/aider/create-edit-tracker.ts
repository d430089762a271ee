/** Joins what a reply wants to change with what Aider later says it did: the call, the edit that really happened, the result. */
import { hash } from 'node:crypto';
import { MAIN_THREAD } from '../../model/event.ts';
import type { NewEvent } from '../event-log.ts';
import { limitHunks } from '../to-hunks.ts';
import { parseEditBlocks, type WantedEdit } from './parse-edit-blocks.ts';

export interface EditTracker {
  /** Tells the calls of a reply that begins on `line`. */
  readonly addReply: (lines: readonly string[], line: number, format: string | undefined) => void;
  readonly apply: (path: string, line: number) => void;
  readonly refuse: (path: string, line: number) => void;
  /** None of the reply's blocks could be applied as they stand. */
  readonly fail: (text: string, line: number) => void;
  /** A new request: what was not applied will not be. */
  readonly forget: () => void;
}

interface OpenCall {
  readonly callId: string;
  readonly line: number;
  readonly edits: readonly WantedEdit[];
}

export function createEditTracker({ add }: { add: (event: NewEvent) => void }): EditTracker {
  let open = new Map<string, OpenCall>();
  let calls = 0;
  const place = { at: null, thread: MAIN_THREAD };

  function addResult(callId: string, line: number, outcome: 'ok' | 'failed' | 'refused', text: string): void {
    add({ ...place, id: `${callId}#result`, line, kind: 'result', callId, outcome, text });
  }

  function take(path: string): OpenCall | undefined {
    const key = findKey([...open.keys()], toKey(path));
    const call = key === undefined ? undefined : open.get(key);
    if (key !== undefined) open.delete(key);
    return call;
  }

  /** The program applied what no block of the reply could be found for: the path is known, the lines are not. */
  function tellUnseen(path: string, line: number): OpenCall {
    const callId = toCallId(path, [], (calls += 1));
    add({ ...place, id: callId, line, kind: 'call', callId, tool: 'edit', action: { type: 'edit', paths: [path] } });
    return { callId, line, edits: [{ path, change: 'update', hunks: [], offset: 0 }] };
  }

  return {
    addReply(lines, line, format) {
      open = new Map(); // what the reply before it wanted was settled by then, or never will be
      const byPath = Map.groupBy(parseEditBlocks(lines, format), (edit) => toKey(edit.path));
      for (const [key, edits] of byPath) {
        const [first] = edits;
        if (!first) continue;
        const callId = toCallId(key, edits, (calls += 1));
        const call = { callId, line: line + first.offset, edits };
        open.set(key, call);
        add({ ...place, id: callId, line: call.line, kind: 'call', callId, tool: 'edit', action: { type: 'edit', paths: [first.path] } });
      }
    },
    apply(path, line) {
      const { callId, line: callLine, edits } = take(path) ?? tellUnseen(path, line);
      const [first, ...more] = edits;
      if (!first) return;
      const hunks = limitHunks(edits.flatMap((edit) => edit.hunks));
      const after = more.length === 0 ? first.after : undefined;
      add({ ...place, id: `${callId}#edit`, line: callLine, kind: 'edit', callId, path: first.path, change: first.change, hunks, resultLine: line, after });
      addResult(callId, line, 'ok', `Applied edit to ${path}`);
    },
    refuse(path, line) {
      const call = take(path);
      if (call) addResult(call.callId, line, 'refused', `Skipping edits to ${path}`);
    },
    fail(text, line) {
      for (const { callId } of open.values()) addResult(callId, line, 'failed', text);
      open = new Map();
    },
    forget: () => void (open = new Map()),
  };
}

const toKey = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '');

/** The reply may name the file from another folder than Aider does. */
function findKey(keys: readonly string[], key: string): string | undefined {
  return keys.find((other) => other === key) ?? keys.find((other) => other.endsWith(`/${key}`) || key.endsWith(`/${other}`));
}

function toCallId(path: string, edits: readonly WantedEdit[], count: number): string {
  return `edit:${hash('sha1', `${path}\n${edits.flatMap((edit) => edit.hunks.flatMap((hunk) => hunk.lines)).join('\n')}`).slice(0, 16)}:${count}`;
}
