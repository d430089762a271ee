import { z } from 'zod';

const partSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('link'), label: z.string(), url: z.url({ protocol: /^https?$/ }) }),
]);
export type LetterPart = z.infer<typeof partSchema>;

/** An e-mail as the rest of Rounds writes it: words and links to Rounds itself. Nothing in it is fetched, so nothing tells that it was opened. */
export const letterSchema = z.object({
  to: z.string(),
  subject: z.string(),
  parts: z.array(partSchema),
  /** Where its reader ends letters of this kind; null for those they asked for one by one. */
  unsubscribe: z.object({ page: z.string(), oneClick: z.string() }).nullable(),
});
export type Letter = z.infer<typeof letterSchema>;
