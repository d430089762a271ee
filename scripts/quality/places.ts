/** Places that readers judged beside the gold sessions: docs/readings/places/*.json, one file a set, counts by rule and nothing else of it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { groupLabels, matchAll, readJsonLines, type Label } from './gold.ts';
import { countRules, findWithEveryRule } from './hold-out.ts';
import { readSessions } from './read-sessions.ts';
import type { Share } from './share.ts';

const shareSchema = z
  .strictObject({ right: z.number().int().nonnegative(), of: z.number().int().positive() })
  .refine(({ right, of }) => right <= of, 'right is more than of.');

const placesSchema = z.strictObject({
  title: z.string().min(1),
  date: z.iso.date(),
  /** Who judged, what they were shown and what they were not told. */
  method: z.string().min(1),
  byRule: z.record(z.string(), shareSchema),
});
export type Places = z.infer<typeof placesSchema>;
type ShareByRule = Readonly<Record<string, Share>>;

/** By name of the file. Throws, naming the file, where one does not fit. */
export function loadPlaces(folder: string): Places[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => {
      const places = placesSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!places.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(places.error)}`);
      return places.data;
    });
}

export function addShares(sets: readonly ShareByRule[]): Record<string, Share> {
  const sum: Record<string, Share> = {};
  for (const set of sets)
    for (const [rule, { right, of }] of Object.entries(set)) sum[rule] = { right: (sum[rule]?.right ?? 0) + right, of: (sum[rule]?.of ?? 0) + of };
  return sum;
}

const USAGE = 'Usage: npm run quality -- --places LABELS SESSIONS FILE\n';

/**
 * Counts every rule against a labelled set, and puts the counts into a file of {@link loadPlaces} that says what set it is.
 * @returns the exit code
 */
export function runPlacesCommand([labelsPath, sessionsPath, path]: readonly string[]): number {
  if (!labelsPath || !sessionsPath || !path || !existsSync(path)) {
    process.stderr.write(path ? `${path} must be there already, with its title, date and method.\n` : USAGE);
    return 2;
  }
  const labelsByFile = groupLabels(readJsonLines<Label>(labelsPath));
  const sessions = [...readSessions([sessionsPath])].filter(({ file }) => labelsByFile.has(basename(file)));
  const counted = countRules(matchAll(sessions.flatMap(findWithEveryRule), labelsByFile));
  const byRule = Object.fromEntries(Object.entries(counted).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), byRule }, null, 2)}\n`);
  process.stdout.write(`${Object.keys(byRule).length} rules said something in ${sessions.length} sessions: ${path}\n`);
  return 0;
}
