/** What fresh readers said of samples: docs/readings/*.json, one file a reading. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatShare, toTable } from './share.ts';

const readingSchema = z
  .strictObject({
    title: z.string().min(1),
    read: z.number().int().positive(),
    /** Of a sample of sound decisions: those that really are. */
    wouldStop: z.number().int().nonnegative(),
    date: z.iso.date(),
    /** Who read, what they were shown and what they were not told. */
    method: z.string().min(1),
    notes: z.string(),
  })
  .refine(({ read, wouldStop }) => wouldStop <= read, 'wouldStop is more than was read.');
export type Reading = z.infer<typeof readingSchema>;

/** By name of the file. Throws, naming the file, where one does not fit. */
export function loadReadings(folder: string): Reading[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const reading = readingSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!reading.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(reading.error)}`);
      return reading.data;
    });
}

export function describeReadings(readings: readonly Reading[]): string[] {
  if (readings.length === 0) return ['No sample has been read yet: `npm run quality -- --sample` draws one.'];
  const rows = readings.map((one) => [one.title, formatShare({ right: one.wouldStop, of: one.read }), one.date, one.method, one.notes].map(toCell));
  return toTable(['sample', 'yes', 'date', 'how it was read', 'notes'], rows);
}

const toCell = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
