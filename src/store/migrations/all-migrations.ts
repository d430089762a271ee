import { ROUNDS } from './0001-rounds.ts';
import { AUTH } from './0002-auth.ts';
import { HUNK_NOTES } from './0003-hunk-notes.ts';
import { SEARCH_LESSONS } from './0004-search-lessons.ts';
import { PROGRAMME } from './0005-programme.ts';
import { ENTRUSTMENT } from './0006-entrustment.ts';
import { COHORT_VOICE } from './0007-cohort-voice.ts';
import { TAKE_ANSWER } from './0008-take-answer.ts';
import { MAIL } from './0009-mail.ts';
import { CREDENTIALS } from './0010-credentials.ts';
import { LEAVING } from './0011-leaving.ts';
import { LOST_PROBES } from './0012-lost-probes.ts';
import { COHORT_LEAD } from './0013-cohort-lead.ts';
import { SIDE_BY_SIDE } from './0014-side-by-side.ts';
import { SIGN_OFF_BASIS } from './0015-sign-off-basis.ts';
import { HAND_OVER_LEVELS } from './0016-hand-over-levels.ts';

/** In order. A migration that was released is never changed: what it should have been is the next one. */
export const ALL_MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = Object.freeze([
  { name: '0001-rounds', sql: ROUNDS },
  { name: '0002-auth', sql: AUTH },
  { name: '0003-hunk-notes', sql: HUNK_NOTES },
  { name: '0004-search-lessons', sql: SEARCH_LESSONS },
  { name: '0005-programme', sql: PROGRAMME },
  { name: '0006-entrustment', sql: ENTRUSTMENT },
  { name: '0007-cohort-voice', sql: COHORT_VOICE },
  { name: '0008-take-answer', sql: TAKE_ANSWER },
  { name: '0009-mail', sql: MAIL },
  { name: '0010-credentials', sql: CREDENTIALS },
  { name: '0011-leaving', sql: LEAVING },
  { name: '0012-lost-probes', sql: LOST_PROBES },
  { name: '0013-cohort-lead', sql: COHORT_LEAD },
  { name: '0014-side-by-side', sql: SIDE_BY_SIDE },
  { name: '0015-sign-off-basis', sql: SIGN_OFF_BASIS },
  { name: '0016-hand-over-levels', sql: HAND_OVER_LEVELS },
]);
