import type { Journal } from '../../journal/open-journal.ts';
import { frameworkSchema, type Framework } from '../../model/framework.ts';

const SETTING = 'framework';

/** The activities this person imported; null where they did not. */
export function findImportedFramework({ settings }: Pick<Journal, 'settings'>): Framework | null {
  const kept = settings.get(SETTING);
  return kept === undefined ? null : frameworkSchema.parse(kept);
}

export const saveImportedFramework = ({ settings }: Pick<Journal, 'settings'>, framework: Framework): void => settings.set(SETTING, framework);
export const removeImportedFramework = ({ settings }: Pick<Journal, 'settings'>): void => settings.remove(SETTING);
