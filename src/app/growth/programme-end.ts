import { z } from 'zod';
import type { Journal } from '../../journal/open-journal.ts';

const SETTING = 'programme-end';

/** When this person's programme ends, as an instant; null for who learns without one. Nothing is asked after it that could be asked before. */
export function findProgrammeEnd({ settings }: Pick<Journal, 'settings'>): string | null {
  return z.iso.datetime().safeParse(settings.get(SETTING)).data ?? null;
}

export function saveProgrammeEnd({ settings }: Pick<Journal, 'settings'>, end: string | null): void {
  if (end === null) settings.remove(SETTING);
  else settings.set(SETTING, end);
}
