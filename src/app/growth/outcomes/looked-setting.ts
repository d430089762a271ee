import { z } from 'zod';
import type { Journal } from '../../../journal/open-journal.ts';

/** What refs and rounds were when repositories of this machine were last looked at, by their root. */
export const LOOKED_SETTING = 'outcomes-looked';

export const loadLooked = ({ settings }: Pick<Journal, 'settings'>): Record<string, string> =>
  z.record(z.string(), z.string()).safeParse(settings.get(LOOKED_SETTING)).data ?? {};

export const saveLooked = (journal: Pick<Journal, 'settings'>, root: string, state: string): void =>
  journal.settings.set(LOOKED_SETTING, { ...loadLooked(journal), [root]: state });
