/** Contract of the local server: GET /api/recall, POST /api/recall/:id/turn, /answer, /away. */
import { z } from 'zod';
import { caseSchema } from '../case.ts';
import { momentIdSchema } from '../moment.ts';
import { lessonIdSchema } from '../team/ids.ts';
import { cardIdSchema, recallCardSchema, recallGradeSchema, recallKindSchema } from '../recall.ts';

/** One card as it is asked: neither its rule nor its concept nor what kind of item it is. */
export const askedCardSchema = z.object({ id: cardIdSchema, question: z.string(), case: caseSchema.nullable() });
export type AskedCard = z.infer<typeof askedCardSchema>;

export const recallSchema = z.object({ due: z.array(askedCardSchema).max(5) });
export type Recall = z.infer<typeof recallSchema>;

/** The case it is asked through. */
export const turnCardSchema = z.object({ moment: momentIdSchema.nullable() });
/** What was to come back. */
export const turnedCardSchema = recallCardSchema.pick({ rule: true, concepts: true });
export type TurnedCard = z.infer<typeof turnedCardSchema>;

export const cardAnswerSchema = turnCardSchema.extend({ grade: recallGradeSchema });
export type CardAnswer = z.infer<typeof cardAnswerSchema>;
export const answeredCardSchema = z.object({ kind: recallKindSchema, due: z.iso.datetime(), days: z.number().int() });
export type AnsweredCard = z.infer<typeof answeredCardSchema>;

export const awayCardSchema = z.object({ away: z.boolean() });

/** A lesson of the team that I choose to be asked for. */
export const keepForRecallSchema = z.object({ lesson: lessonIdSchema });
