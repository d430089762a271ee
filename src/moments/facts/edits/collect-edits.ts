/** Edits with their role, lines and fate. */
import type { EventOf } from '../../../model/event.ts';
import type { ReadCode } from '../facts.ts';
import type { EditFact, Place } from '../facts.ts';
import type { ReadCollector } from '../reads/collect-reads.ts';
import { readChanges } from './changed-lines.ts';
import { languageOfFile } from './file-language.ts';
import { roleOfFile } from './file-role.ts';
import { createFateTracer, type TracedEdit } from './trace-fates.ts';

export interface EditCollector {
  readonly add: (event: EventOf<'edit'>, turn: number, at: number | null, reads: ReadCollector) => void;
  readonly commit: () => void;
  readonly restore: (matches: (path: string) => boolean, by: Place & { readonly turn: number }) => void;
  readonly finish: (cwd: string | undefined) => EditFact[];
}

export function createEditCollector(readCode: ReadCode | undefined): EditCollector {
  const edits: { fact: Omit<EditFact, 'shownPath' | 'role' | 'fate'>; traced: TracedEdit }[] = [];
  const fates = createFateTracer();
  return {
    add(event, turn, at, reads) {
      const { added, removed, newTexts, lostTexts } = readChanges(event.hunks);
      const path = event.movedTo ?? event.path;
      const language = languageOfFile(path);
      const traced: TracedEdit = { seq: event.seq, line: event.line, turn };
      if (event.movedTo !== undefined) fates.move(event.path, event.movedTo);
      fates.record(path, traced, newTexts, lostTexts);
      edits.push({
        fact: {
          seq: event.seq,
          line: event.line,
          turn,
          at,
          thread: event.thread,
          callId: event.callId,
          eventId: event.id,
          resultLine: event.resultLine ?? null,
          path,
          language,
          change: event.change,
          added,
          removed,
          addedCount: newTexts.length,
          removedCount: lostTexts.length,
          humanModified: event.humanModified === true,
          readBefore: event.change === 'create' || reads.hasRead(event.path),
          matches: language === null || readCode === undefined ? [] : readCode(event, language),
        },
        traced,
      });
      reads.written(path);
    },
    commit: fates.commit,
    restore: (matches, by) => fates.restore(matches, { seq: by.seq, line: by.line, turn: by.turn }),
    finish: (cwd) =>
      edits.map(({ fact, traced }) => {
        const shownPath = relativeTo(cwd, fact.path);
        return { ...fact, shownPath, role: roleOfFile(shownPath), fate: fates.fateOf(traced) };
      }),
  };
}

/** A role is judged by the path inside the project: a checkout under `/tmp` or `build/` is not scratch for that. */
function relativeTo(cwd: string | undefined, path: string): string {
  if (cwd === undefined || cwd === '') return path;
  const folder = cwd.endsWith('/') ? cwd : `${cwd}/`;
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}
