import { z } from 'zod';

/** The 21 kinds of teachable moment, and the sound decisions (`good-practice`) that rounds need as controls. */
export const MOMENT_KINDS = [
  'claim-unverified',
  'failure-ignored',
  'test-weakened',
  'test-hollow',
  'race-or-timing',
  'error-swallowed',
  'suppression',
  'duplication',
  'leftover',
  'security',
  'edge-case',
  'performance',
  'design',
  'scope',
  'destructive',
  'guess-loop',
  'false-assumption',
  'human-correction',
  'human-question',
  'human-misconception',
  'blind-accept',
  'good-practice',
] as const;

export const momentKindSchema = z.enum(MOMENT_KINDS);
export type MomentKind = z.infer<typeof momentKindSchema>;
export const SOUND_KIND: MomentKind = 'good-practice';
