import { z } from 'zod';

/** How far two raters agree on levels 1 to 5. */
export const agreementSchema = z.object({
  /** Cases both rated. */
  n: z.number().int(),
  same: z.number().int(),
  /** One step apart, on the five levels. */
  oneApart: z.number().int(),
  /** Quadratic weights; null below 20 cases and where it is not defined. */
  kappa: z.number().nullable(),
  /** Ordinal alpha over all that either rated; null likewise. */
  alpha: z.number().nullable(),
});
export type Agreement = z.infer<typeof agreementSchema>;
