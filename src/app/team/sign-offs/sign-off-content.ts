/** The content a person's sign-offs are judged by and read in: that of the cohort of their year. */
import { findMisconception } from '../../../learning/misconceptions/catalogue.ts';
import type { ActivityId } from '../../../model/activity-names.ts';
import type { AskSignOff, AskedWords } from '../../../model/api/team/sign-offs.ts';
import type { Level } from '../../../model/entrustment-levels.ts';
import type { Misconception } from '../../../model/misconception.ts';
import type { PersonId } from '../../../model/team/ids.ts';
import type { ProgrammeContent } from '../../../model/team/programme-content.ts';
import type { OpenMisconception } from '../../../programme/sign-off/list-refusals.ts';
import { findSignOffContent } from '../../../store/cohort-content.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { mergeContent, toOverrides } from '../programmes/merge-content.ts';

/** What comes with Rounds where they are in no year, or it is not mine to read. */
export async function readContentOf(tx: Tx, person: PersonId): Promise<ProgrammeContent> {
  const row = await findSignOffContent(tx, person);
  return mergeContent(toOverrides(row?.content ?? {}), row?.version ?? 0);
}

/** What is asked, in the words of their cohort. */
export const toAskedWords = ({ names, levels, version }: ProgrammeContent, activity: ActivityId, level: Level): AskedWords => ({
  activityName: names[activity],
  levelText: levels[activity][`${level}`],
  contentVersion: version,
});

/**
 * With what the catalogue knows of each: how grave it is and where it matters is not the person's to say. A cohort may make a belief
 * graver here and never lighter, as with all rules of a sign-off.
 */
export function toShownBeliefs({ misconceptions }: ProgrammeContent, shown: AskSignOff['shownBeliefs']): OpenMisconception[] {
  return shown.flatMap(({ misconception, state, contested }) => {
    const known = misconceptions.find(({ id }) => id === misconception);
    return known ? [{ ...toStrictest(known, findMisconception(misconception)), state, contested }] : [];
  });
}

const GRAVITY: readonly Misconception['severity'][] = ['minor', 'serious', 'critical'];

function toStrictest(own: Misconception, standard: Misconception | null): Pick<OpenMisconception, 'id' | 'severity' | 'activities'> {
  if (!standard) return { id: own.id, severity: own.severity, activities: own.activities };
  const graver = GRAVITY.indexOf(own.severity) > GRAVITY.indexOf(standard.severity) ? own.severity : standard.severity;
  return { id: own.id, severity: graver, activities: [...new Set([...standard.activities, ...own.activities])] };
}

export const nameBelief = ({ misconceptions }: ProgrammeContent, id: string): string => misconceptions.find((entry) => entry.id === id)?.belief ?? id;
