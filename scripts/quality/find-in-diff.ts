/** What the detector says of a plain diff without a session. The one place of the harness that knows how it is asked. */
import type { EventOf } from '../../src/model/event.ts';
import type { Hunk } from '../../src/model/hunk.ts';
import { toSessionId } from '../../src/model/session.ts';
import { createCodeReader } from '../../src/moments/engine/code/create-code-reader.ts';
import { findMoments } from '../../src/moments/engine/find-moments.ts';
import { createFactsBuilder } from '../../src/moments/facts/create-facts-builder.ts';
import type { CodeMatch } from '../../src/moments/facts/facts.ts';
import { parseUnifiedDiff } from '../../src/sources/to-hunks.ts';

export interface DiffFinding {
  readonly rule: string;
  readonly kind: string;
  readonly path: string;
  /** Lines of the file after the change. */
  readonly start: number;
  readonly end: number;
}

const readCode = createCodeReader();

/** Moments of a unified diff of one or more files, at default settings. */
export function findInDiff(diff: string): DiffFinding[] {
  return parseDiff(diff).flatMap((file) => {
    const edit = toEdit(file);
    return readCode(edit, '').flatMap((match) => askAlone(file.path, edit, match));
  });
}

/** Each match is asked about by itself, so that a rule's answer has the lines of the match. */
function askAlone(path: string, edit: EventOf<'edit'>, match: CodeMatch): DiffFinding[] {
  const builder = createFactsBuilder({ agent: 'claude-code', file: path, readCode: () => [match] });
  builder.add(edit);
  const session = {
    id: toSessionId('claude-code', path),
    agent: 'claude-code',
    nativeId: path,
    agentVersions: [],
    models: [],
    startedAt: null,
    endedAt: null,
  } as const;
  const moments = findMoments(builder.finish({ ...session, agentVersions: [], models: [] }), { sound: false });
  return moments.slice(0, 1).map(({ rule, kind }) => ({ rule, kind, path, start: match.line, end: match.endLine }));
}

interface DiffFile {
  readonly path: string;
  readonly hunks: readonly Hunk[];
}

/** The files of a unified diff that are left after the change. */
export function parseDiff(diff: string): DiffFile[] {
  return diff.split(/^(?=diff --git )/m).flatMap((part) => {
    const path = /^\+\+\+ (?:b\/)?(?<path>\S+)/m.exec(part)?.groups?.['path'];
    const hunks = parseUnifiedDiff(part);
    return path && path !== '/dev/null' && hunks.length > 0 ? [{ path, hunks }] : [];
  });
}

function toEdit({ path, hunks }: DiffFile): EventOf<'edit'> {
  return { kind: 'edit', id: path, seq: 1, line: 1, at: null, thread: 'main', callId: path, path, change: 'update', hunks: [...hunks] };
}
