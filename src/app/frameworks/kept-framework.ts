import { writeCase } from '../../credentials/case/write-case.ts';
import { readCase, type ReadFramework } from '../../credentials/case/read-case.ts';
import type { Journal } from '../../journal/open-journal.ts';
import { describeLevel } from '../../learning/entrustment/level-texts.ts';
import type { ActivityId } from '../../model/activity-names.ts';
import type { Level } from '../../model/entrustment-levels.ts';
import { frameworkSchema, type Framework } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { App } from '../app.ts';
import { parseGivenJson, readGivenFile } from '../read-given-file.ts';
import { saveNewFile } from '../save-new-file.ts';
import { OWN_FRAMEWORK } from './own-framework.ts';

const SETTING = 'framework';
const MAX_BYTES = 8 * 1024 * 1024;

/** The activities in use: those that were imported, or those that come with Rounds. */
export const loadFramework = (journal: Journal): Framework => findImported(journal) ?? OWN_FRAMEWORK;

export function importFramework({ journal, environment }: Pick<App, 'journal' | 'environment'>, file: string): Result<ReadFramework, Problem> {
  const text = readGivenFile(environment.folder, file, MAX_BYTES);
  if (!text.ok) return text;
  const json = parseGivenJson(file, text.value);
  if (!json.ok) return json;
  const read = readCase(json.value);
  if (!read.ok) return read;
  const written = journal.write(() => journal.settings.set(SETTING, read.value.framework));
  return written.ok ? read : written;
}

/** Back to what Rounds comes with. */
export const forgetFramework = ({ journal }: Pick<App, 'journal'>): Result<void, Problem> => journal.write(() => journal.settings.remove(SETTING));

/** Writes the activities in use as CASE; returns the file. */
export function exportFramework({ journal, environment }: Pick<App, 'journal' | 'environment'>, file: string, force: boolean): Result<string, Problem> {
  const framework = journal.attempt(() => loadFramework(journal));
  if (!framework.ok) return framework;
  return saveNewFile({ folder: environment.folder, name: file, text: `${JSON.stringify(writeCase(framework.value), null, 2)}\n`, force });
}

/** What a person does at a level: as imported where the activity goes by the same code, else as Rounds has it. */
export function loadLevelTexts(journal: Journal): (activity: ActivityId, level: Level) => string {
  const imported = findImported(journal);
  return (activity, level) => {
    const own = imported?.activities
      .find(({ code }) => code === activity)
      ?.levels.find((one) => one.level === level)
      ?.text.trim();
    return own ? own : describeLevel(activity, level);
  };
}

function findImported(journal: Journal): Framework | null {
  const kept = journal.settings.get(SETTING);
  return kept === undefined ? null : frameworkSchema.parse(kept);
}

export type { ReadFramework };
