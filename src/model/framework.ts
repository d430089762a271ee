import { z } from 'zod';

const text = z.string().min(1).max(8000);
const uuid = z.uuid();

/** Activities and what each level of them looks like: those of Rounds, or what another organisation brings. */
export const frameworkSchema = z.object({
  id: uuid,
  title: text,
  creator: text,
  version: z.string().max(100).nullable(),
  description: z.string().max(8000).nullable(),
  changedAt: z.iso.datetime({ offset: true }),
  activities: z
    .array(
      z.object({
        id: uuid,
        /** E1 to E13 in Rounds; another framework's own code, or none. */
        code: z.string().max(200).nullable(),
        name: text,
        levels: z.array(z.object({ id: uuid, level: z.number().int().min(0).max(1000), name: z.string().max(1000), text: z.string().max(8000) })).max(50),
      }),
    )
    .max(2000),
});
export type Framework = z.infer<typeof frameworkSchema>;
