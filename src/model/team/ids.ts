import { z } from 'zod';
import type { Branded } from '../brand.ts';

/** An account's id. */
export type PersonId = Branded<'person'>;
export const personIdSchema = z.string().min(1).max(64) as unknown as z.ZodType<PersonId>;

export type PairId = Branded<'pair'>;
export const pairIdSchema = z.string().regex(/^g_[0-9a-f]{16}$/) as unknown as z.ZodType<PairId>;

export type CaseId = Branded<'case'>;
export const caseIdSchema = z.string().regex(/^c_[0-9a-f]{16}$/) as unknown as z.ZodType<CaseId>;

export type ProbeId = Branded<'probe'>;
export const probeIdSchema = z.string().regex(/^p_[0-9a-f]{16}$/) as unknown as z.ZodType<ProbeId>;

export type ThreadId = Branded<'thread'>;
export const threadIdSchema = z.string().regex(/^t_[0-9a-f]{16}$/) as unknown as z.ZodType<ThreadId>;

export type LessonId = Branded<'lesson'>;
export const lessonIdSchema = z.string().regex(/^l_[0-9a-f]{16}$/) as unknown as z.ZodType<LessonId>;
