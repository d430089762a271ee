import { createHash } from 'node:crypto';
import type { Conflict } from '../journal/conflicts-table.ts';
import type { DismissalRow, RestorationRow } from '../journal/dismissals-table.ts';
import type { MomentRecord } from '../journal/moments-table.ts';
import type { Journal } from '../journal/open-journal.ts';
import type { ReadingRow } from '../journal/readings-table.ts';
import type { SharingRow } from '../journal/sharing-log-table.ts';
import { openPortable, type PortableFile, type PortableItem } from '../journal/portable-file.ts';
import { z } from 'zod';
import { dismissalSchema } from '../model/api/today.ts';
import { momentIdSchema, momentSchema } from '../model/moment.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, type Result } from '../model/result.ts';
import { roundSchema, type Round } from '../model/round.ts';
import { describeSystemError } from '../sources/find-transcripts.ts';
import { isSqliteError } from '../sources/open-database.ts';
import type { App } from './app.ts';
import { forgetDerivedAgain } from './growth/team/forget-derived.ts';
import { chooseRound, type Chosen } from './merge/choose-round.ts';
import { isGrowthKind, mergeGrowthItem, parseGrowthItem, type GrowthItem } from './merge/merge-growth.ts';
import { mergeTranscripts, readBrought } from './merge/merge-transcripts.ts';

export interface Merged {
  readonly transcripts: number;
  readonly rounds: number;
  readonly conflicts: number;
}

const dismissalRowSchema = z.object({
  moment: momentIdSchema,
  repository: z.string().nullable(),
  rule: z.string(),
  dismissal: dismissalSchema,
  at: z.string(),
});
const restorationRowSchema = z.object({ moment: momentIdSchema, at: z.string() });
const readingRowSchema = z.object({ moment: momentIdSchema, request: z.string(), reader: z.string(), at: z.string(), json: z.string() });
const sharingRowSchema = z.object({ at: z.string(), moment: momentIdSchema, host: z.string(), bytes: z.number(), outcome: z.string().nullable() });
const momentRecordSchema = z.object({ moment: momentSchema, place: z.string(), context: z.string() });

/**
 * Takes what another machine's journal has and this one has not, all of it or nothing: twice is once, and two journals that
 * took each other's file say the same. Sessions are made of what was kept by the next import.
 */
export function importJournal({ journal }: Pick<App, 'journal'>, path: string): Result<Merged, Problem> {
  const damaged = (why?: string) =>
    failed(problem('bad-input', `${path} is damaged: nothing was taken from it.`, { why, next: 'Export it again, or copy it again.' }));
  let file;
  try {
    file = openPortable(path);
  } catch (error) {
    if (isSqliteError(error)) return damaged(error.message);
    return failed(problem('bad-input', `${path} cannot be read.`, { why: describeSystemError(error) }));
  }
  if (file === 'newer')
    return failed(problem('bad-input', `${path} was written by a newer version of Rounds.`, { next: 'Update Rounds on this machine, then import it again.' }));
  if (file === 'damaged') return damaged();
  const opened = file;
  try {
    const items = parseItems(opened);
    if (!items || !isIntact(opened)) return damaged();
    return journal.write(() => mergeAll(journal, opened, items));
  } finally {
    opened.close();
  }
}

interface Items {
  readonly rounds: readonly Round[];
  readonly moments: readonly MomentRecord[];
  readonly dismissals: readonly DismissalRow[];
  readonly restorations: readonly RestorationRow[];
  readonly readings: readonly ReadingRow[];
  readonly sharings: readonly Omit<SharingRow, 'id'>[];
  readonly growth: readonly GrowthItem[];
  readonly others: readonly PortableItem[];
}

/** Null where something is not what this format says. */
function parseItems(file: PortableFile): Items | null {
  const items = {
    rounds: [] as Round[],
    moments: [] as MomentRecord[],
    dismissals: [] as DismissalRow[],
    restorations: [] as RestorationRow[],
    readings: [] as ReadingRow[],
    sharings: [] as Omit<SharingRow, 'id'>[],
    growth: [] as GrowthItem[],
    others: [] as PortableItem[],
  };
  try {
    for (const item of file.items()) {
      const value: unknown = JSON.parse(item.json);
      if (item.kind === 'round') items.rounds.push(roundSchema.parse(value));
      else if (item.kind === 'moment') items.moments.push(momentRecordSchema.parse(value));
      else if (item.kind === 'dismissal') items.dismissals.push(dismissalRowSchema.parse(value));
      else if (item.kind === 'restoration') items.restorations.push(restorationRowSchema.parse(value));
      else if (item.kind === 'reading') items.readings.push(readingRowSchema.parse(value));
      else if (item.kind === 'sharing') items.sharings.push(sharingRowSchema.parse(value));
      else if (isGrowthKind(item.kind)) items.growth.push(parseGrowthItem(item));
      else items.others.push(item);
    }
    return items;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** Whether every transcript is, byte for byte, what was once read. */
function isIntact(file: PortableFile): boolean {
  try {
    for (const transcript of file.transcripts()) {
      const hash = createHash('sha256');
      for (const bytes of readBrought(file, { ...transcript, tail: null })) hash.update(bytes);
      if (transcript.captured > 0 && hash.digest('hex') !== transcript.prefixHash) return false;
    }
    return true;
  } catch (error) {
    // zlib's own: a piece that is no zstd.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ZSTD')) return false;
    throw error;
  }
}

function mergeAll(journal: Journal, file: PortableFile, { rounds, moments, dismissals, restorations, readings, sharings, growth, others }: Items): Merged {
  const before = journal.conflicts.list().length;
  const transcripts = mergeTranscripts(journal, file);
  for (const record of moments) journal.moments.addMissing(record);
  let changed = 0;
  for (const round of rounds) {
    const kept = journal.rounds.get(round.id);
    // Equal rounds are equal texts only when they went through the same schema.
    const known = kept && roundSchema.parse(kept);
    const { goesOn, conflict }: Chosen<Round> = known ? chooseRound(known, round) : { goesOn: round, conflict: null };
    if (JSON.stringify(goesOn) !== JSON.stringify(known)) {
      journal.rounds.put(goesOn);
      changed += 1;
    }
    if (conflict) journal.conflicts.add({ kind: 'round', id: round.id, json: JSON.stringify(conflict) });
  }
  for (const row of dismissals) mergeDismissal(journal, row);
  for (const row of restorations) mergeRestoration(journal, row);
  for (const row of readings) mergeReading(journal, row);
  for (const row of sharings) journal.sharingLog.addMissing(row);
  for (const item of growth) mergeGrowthItem(journal, item);
  forgetDerivedAgain(journal);
  for (const { kind, id, json } of others) {
    if (kind === 'offered') journal.today.markOffered(momentIdSchema.parse(id));
    // What was set on this machine holds on it.
    else if (kind === 'setting' && journal.settings.get(id) === undefined) journal.settings.set(id, JSON.parse(json));
    else if (kind === 'conflict') journal.conflicts.add({ ...toConflict(id), json });
  }
  return { transcripts, rounds: changed, conflicts: journal.conflicts.list().length - before };
}

/** The latest reading of a moment holds; of two at the same instant the same one on every machine. */
function mergeReading(journal: Journal, row: ReadingRow): void {
  const known = journal.readings.get(row.moment);
  if (!known || row.at > known.at || (row.at === known.at && JSON.stringify(row) > JSON.stringify(known))) journal.readings.save(row);
}

function toConflict(id: string): Pick<Conflict, 'kind' | 'id'> {
  const [kind, ...rest] = id.split(' ');
  return { kind: kind === 'dismissal' ? 'dismissal' : 'round', id: rest.join(' ') };
}

/**
 * The latest act holds: of two reasons given at the same instant the same one on every machine, and of a reason and its being
 * taken back the latter.
 */
function mergeDismissal(journal: Journal, row: DismissalRow): void {
  const known = journal.dismissals.list().find(({ moment }) => moment === row.moment);
  const [said, saidHere] = [JSON.stringify(row), JSON.stringify(known)];
  const restored = journal.dismissals.listRestored().find(({ moment }) => moment === row.moment);
  if (said === saidHere || (restored && restored.at >= row.at)) return;
  const isLater = !known || row.at > known.at || (row.at === known.at && said > saidHere);
  if (isLater) journal.dismissals.add(row);
  const loser = isLater ? known : row;
  if (loser) journal.conflicts.add({ kind: 'dismissal', id: row.moment, json: JSON.stringify(loser) });
}

function mergeRestoration(journal: Journal, row: RestorationRow): void {
  const known = journal.dismissals.list().find(({ moment }) => moment === row.moment);
  const restored = journal.dismissals.listRestored().find(({ moment }) => moment === row.moment);
  if ((known && known.at > row.at) || (restored && restored.at >= row.at)) return;
  journal.dismissals.restore(row);
}
