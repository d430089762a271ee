/** Contract of the local server for tying lessons to code, which only the machine that has the code can do. */
import { z } from 'zod';

/** Folders of repositories that are here. */
export const lessonPlacesSchema = z.object({ repositories: z.array(z.string()) });
export type LessonPlaces = z.infer<typeof lessonPlacesSchema>;

const lineSchema = z.number('Name the lines by their numbers.').int('Name the lines by their numbers.').min(1, 'Lines are counted from 1.');

/** Lines of a file below `folder`. `instead`: which of the lesson's anchors they take the place of; null for one more. */
export const tieLessonSchema = z.object({
  folder: z.string().trim().min(1, 'Name the repository: a folder on this machine.').max(1000),
  file: z.string().trim().min(1, 'Name the file, like src/ledger.ts.').max(400),
  startLine: lineSchema,
  endLine: lineSchema,
  instead: z.object({ n: z.number().int().min(0), contentHash: z.string() }).nullable(),
});
export type TieLesson = z.infer<typeof tieLessonSchema>;
