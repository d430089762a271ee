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

export type CohortId = Branded<'cohort'>;
export const cohortIdSchema = z.string().regex(/^h_[0-9a-f]{16}$/) as unknown as z.ZodType<CohortId>;

export type ProgrammeId = Branded<'programme'>;
export const programmeIdSchema = z.string().regex(/^y_[0-9a-f]{16}$/) as unknown as z.ZodType<ProgrammeId>;

export type MeetingId = Branded<'meeting'>;
export const meetingIdSchema = z.string().regex(/^a_[0-9a-f]{16}$/) as unknown as z.ZodType<MeetingId>;

export type ProjectId = Branded<'project'>;
export const projectIdSchema = z.string().regex(/^j_[0-9a-f]{16}$/) as unknown as z.ZodType<ProjectId>;

export type ProtectedTimeId = Branded<'protected-time'>;
export const protectedTimeIdSchema = z.string().regex(/^b_[0-9a-f]{16}$/) as unknown as z.ZodType<ProtectedTimeId>;

export type RatingId = Branded<'rating'>;
export const ratingIdSchema = z.string().regex(/^v_[0-9a-f]{16}$/) as unknown as z.ZodType<RatingId>;

export type ShownId = Branded<'shown-growth'>;
export const shownIdSchema = z.string().regex(/^x_[0-9a-f]{16}$/) as unknown as z.ZodType<ShownId>;

export type SignOffId = Branded<'sign-off'>;
export const signOffIdSchema = z.string().regex(/^o_[0-9a-f]{16}$/) as unknown as z.ZodType<SignOffId>;

export type GrandRoundId = Branded<'grand-round'>;
export const grandRoundIdSchema = z.string().regex(/^w_[0-9a-f]{16}$/) as unknown as z.ZodType<GrandRoundId>;
