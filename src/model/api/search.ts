import { z } from 'zod';
import { agentNameSchema } from '../agent.ts';
import { SEARCH_KINDS } from '../search-kinds.ts';
import { sessionIdSchema } from '../session.ts';

export const searchQuerySchema = z.object({
  /** Words as a person writes them: "exact phrase", -not, OR, begin*. */
  query: z.string().max(200),
  kind: z.enum(SEARCH_KINDS).optional(),
  agent: agentNameSchema.optional(),
  repository: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  session: sessionIdSchema.optional(),
  /** Sessions, not events. */
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** Where in a text the words stand, in UTF-16 units, `to` excluded. The text stays text: nothing in it is markup. */
const marksSchema = z.array(z.object({ from: z.number().int(), to: z.number().int() }));
export type TextMarks = z.infer<typeof marksSchema>;

export const searchHitSchema = z.object({
  seq: z.number().int(),
  kind: z.enum(SEARCH_KINDS),
  at: z.string().nullable(),
  text: z.string(),
  marks: marksSchema,
  /** Whether the event's text goes on before and after. */
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const foundSessionSchema = z.object({
  id: sessionIdSchema,
  title: z.string(),
  titleMarks: marksSchema,
  agent: agentNameSchema,
  repository: z.string().nullable(),
  branch: z.string().nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  isSubAgent: z.boolean(),
  /** Events that match; the best of them are in `hits`. */
  events: z.number().int(),
  hits: z.array(searchHitSchema),
});
export type FoundSession = z.infer<typeof foundSessionSchema>;

export const searchResultsSchema = z.object({
  /** Best first, newer before older where they are equally good. */
  sessions: z.array(foundSessionSchema),
  sessionsTotal: z.number().int(),
  eventsTotal: z.number().int(),
  /** So much matches that only the newest sessions were ranked. */
  isCut: z.boolean(),
});
export type SearchResults = z.infer<typeof searchResultsSchema>;
