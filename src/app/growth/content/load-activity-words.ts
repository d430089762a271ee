import { describeLevel } from '../../../learning/entrustment/level-texts.ts';
import type { Journal } from '../../../journal/open-journal.ts';
import { ACTIVITY_IDS, ACTIVITY_NAMES } from '../../../model/activity-names.ts';
import type { ContentInUse } from '../../../model/api/growth.ts';
import { LEVELS } from '../../../model/entrustment-levels.ts';
import type { Framework } from '../../../model/framework.ts';
import type { KeptContent } from '../../../model/kept-content.ts';
import type { ActivityWords } from '../../../model/team/programme-content.ts';
import { findImportedFramework } from '../../frameworks/imported-framework.ts';
import { loadOwnCatalogue } from '../load-catalogue.ts';
import { loadKeptContent } from './kept-content.ts';

/**
 * How activities are called and what each level looks like: as this person imported it where that goes by the same code, else as their
 * cohort has it, else as it comes with Rounds. What somebody brought to their own machine is theirs to decide; sign-offs ask for what
 * the cohort says, whatever stands here.
 */
export function loadActivityWords(journal: Pick<Journal, 'settings' | 'home'>): ActivityWords {
  return toWords(findImportedFramework(journal), loadKeptContent(journal));
}

function toWords(imported: Framework | null, kept: KeptContent | null): ActivityWords {
  const nameOf = (id: (typeof ACTIVITY_IDS)[number]) => {
    const own = imported?.activities.find(({ code }) => code === id);
    const text = (level: (typeof LEVELS)[number]): string =>
      own?.levels.find((one) => one.level === level)?.text.trim() || (kept?.overrides.levels[id]?.[`${level}`] ?? describeLevel(id, level));
    return {
      name: own?.name.trim() || (kept?.overrides.names[id] ?? ACTIVITY_NAMES[id]),
      levels: Object.fromEntries(LEVELS.map((level) => [`${level}`, text(level)])) as ActivityWords['levels']['E1'],
    };
  };
  const words = ACTIVITY_IDS.map((id) => [id, nameOf(id)] as const);
  return {
    names: Object.fromEntries(words.map(([id, { name }]) => [id, name])) as ActivityWords['names'],
    levels: Object.fromEntries(words.map(([id, { levels }]) => [id, levels])) as ActivityWords['levels'],
  };
}

/** Whose content stands, and in which version; null where it is all as it comes with Rounds. */
export function describeContent(journal: Pick<Journal, 'settings' | 'home'>): ContentInUse | null {
  const kept = loadKeptContent(journal);
  const own = loadOwnCatalogue(journal);
  const cohort = kept && kept.version > 0 ? { name: kept.cohort.name, version: kept.version, takenAt: kept.takenAt } : null;
  const mine = [...(own ? [`${own.name}, version ${own.version}`] : []), ...(findImportedFramework(journal) ? ['the activities you imported'] : [])];
  return cohort || mine.length > 0 ? { cohort, mine } : null;
}
