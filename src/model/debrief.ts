import { z } from 'zod';

/** What is kept from a round: exactly one general rule, and what was right. */
export const debriefSchema = z.object({
  /** One sentence, one rule. Two rules are refused: a debrief that teaches two things teaches neither. */
  generalRule: z.string().trim().min(8, 'Write one general rule, as a sentence.').max(280, 'Keep it to one rule of at most 280 characters.'),
  whatWasRight: z.string().trim().min(3, 'Name one thing that was right.').max(2000),
  nextTime: z.string().trim().min(3, 'Say what to do next time.').max(2000),
  uncertainties: z.string().trim().max(2000),
  changedMind: z.string().trim().max(2000),
});
export type Debrief = z.infer<typeof debriefSchema>;

export const debriefDraftSchema = z.object({
  generalRule: z.string().max(280).optional(),
  whatWasRight: z.string().max(2000).optional(),
  nextTime: z.string().max(2000).optional(),
  uncertainties: z.string().max(2000).optional(),
  changedMind: z.string().max(2000).optional(),
});
export type DebriefDraft = z.infer<typeof debriefDraftSchema>;
