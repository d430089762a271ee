import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Journal } from '../journal/open-journal.ts';
import { writePortable, type PortableItem } from '../journal/portable-file.ts';
import type { MomentId } from '../model/moment.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, type Result } from '../model/result.ts';
import { describeSystemError } from '../sources/find-transcripts.ts';
import type { App } from './app.ts';
import { listGrowthItems } from './merge/merge-growth.ts';
import { isMachineSetting, nameMachine, toBroughtPath } from './merge/machine-name.ts';

export interface Exported {
  readonly file: string;
  readonly transcripts: number;
  readonly rounds: number;
}

export interface ExportRequest {
  readonly file: string;
  /** Writes over a file that is there. */
  readonly force: boolean;
}

/**
 * Writes everything of mine into one file that `rounds import` takes on another machine: what was kept of every transcript,
 * rounds, dismissals, what was offered, settings, what a second reader said and what was sent to one. The demo stays out. What is made of transcripts is made again over there.
 */
export function exportJournal(
  { journal, environment, clock }: Pick<App, 'journal' | 'environment' | 'clock'>,
  request: ExportRequest,
): Result<Exported, Problem> {
  const file = resolve(environment.folder, request.file);
  if (existsSync(file) && !request.force)
    return failed(problem('wrong-usage', `${request.file} is there already.`, { next: 'Choose another name, or write over it with --force.' }));
  try {
    if (isEmpty(journal)) return failed(nothingToExport(journal));
    // One transaction: what others write meanwhile is in it as a whole or not at all.
    return journal.write(() => {
      const machine = nameMachine(journal);
      const kept = journal.transcripts.listKept();
      const items = [...listItems(journal)];
      writePortable(file, { machine, at: clock().toISOString(), rounds: environment.version }, (writer) => {
        for (const item of items) writer.addItem(item);
        for (const row of kept) {
          if (row.agent === null) continue;
          const transcript = { ...row, agent: row.agent, path: toBroughtPath(machine, row.path), tail: journal.transcripts.getTail(row.id) };
          writer.addTranscript(transcript, journal.segments.readStored(row.id));
        }
      });
      return { file, transcripts: kept.length, rounds: items.filter(({ kind }) => kind === 'round').length };
    });
  } catch (error) {
    return failed(problem('bad-input', `${request.file} cannot be written.`, { why: describeSystemError(error) }));
  }
}

/** What is set, and nothing that it was set for, is not worth a file. */
const isEmpty = (journal: Journal): boolean => journal.transcripts.listKept().length === 0 && [...listItems(journal)].every(({ kind }) => kind === 'setting');

const nothingToExport = (journal: Journal): Problem =>
  problem(
    'not-found',
    journal.sessions.count(true) > 0
      ? 'This journal holds only the demo: nothing of yours was there to write.'
      : 'This journal is empty: there was nothing to write.',
    {
      next: 'Read your sessions with "rounds import", then export.',
    },
  );

function* listItems(journal: Journal): Generator<PortableItem> {
  const isOfDemo = (moment: MomentId): boolean => {
    const session = journal.moments.get(moment)?.moment.session;
    return session !== undefined && journal.sessions.get(session)?.demo === true;
  };
  const rounds = journal.rounds.list().filter(({ moment }) => !isOfDemo(moment));
  const dismissals = journal.dismissals.list().filter(({ moment }) => !isOfDemo(moment));
  const restorations = journal.dismissals.listRestored().filter(({ moment }) => !isOfDemo(moment));
  for (const round of rounds) yield { kind: 'round', id: round.id, json: JSON.stringify(round) };
  for (const row of dismissals) yield { kind: 'dismissal', id: row.moment, json: JSON.stringify(row) };
  for (const row of restorations) yield { kind: 'restoration', id: row.moment, json: JSON.stringify(row) };
  for (const id of new Set([...rounds, ...dismissals].map(({ moment }) => moment))) {
    const record = journal.moments.get(id);
    if (record) yield { kind: 'moment', id, json: JSON.stringify(record) };
  }
  for (const moment of journal.today.listEverOffered()) if (!isOfDemo(moment)) yield { kind: 'offered', id: moment, json: 'true' };
  for (const row of journal.readings.list()) if (!isOfDemo(row.moment)) yield { kind: 'reading', id: row.moment, json: JSON.stringify(row) };
  for (const { id: _, ...row } of journal.sharingLog.list()) if (!isOfDemo(row.moment)) yield { kind: 'sharing', id: row.at, json: JSON.stringify(row) };
  for (const { name, json } of journal.settings.list()) if (!isMachineSetting(name)) yield { kind: 'setting', id: name, json };
  yield* listGrowthItems(journal);
  for (const conflict of journal.conflicts.list()) yield { kind: 'conflict', id: `${conflict.kind} ${conflict.id}`, json: conflict.json };
}
