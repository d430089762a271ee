import { writeCase } from '../../credentials/case/write-case.ts';
import { readCase, type ReadFramework } from '../../credentials/case/read-case.ts';
import type { Journal } from '../../journal/open-journal.ts';
import { ACTIVITY_IDS } from '../../model/activity-names.ts';
import type { Framework } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { App } from '../app.ts';
import { loadKeptContent } from '../growth/content/kept-content.ts';
import { loadActivityWords } from '../growth/content/load-activity-words.ts';
import { parseGivenJson, readGivenFile } from '../read-given-file.ts';
import { saveNewFile } from '../save-new-file.ts';
import { findImportedFramework, removeImportedFramework, saveImportedFramework } from './imported-framework.ts';
import { OWN_FRAMEWORK } from './own-framework.ts';

const MAX_BYTES = 8 * 1024 * 1024;

/** The activities in use: those that were imported, or those that come with Rounds in the words of this person's cohort. */
export const loadFramework = (journal: Journal): Framework => findImportedFramework(journal) ?? toCohortsWords(journal);

function toCohortsWords(journal: Journal): Framework {
  const kept = loadKeptContent(journal);
  if (!kept || kept.version === 0) return OWN_FRAMEWORK;
  const { names, levels } = loadActivityWords(journal);
  return {
    ...OWN_FRAMEWORK,
    version: `${OWN_FRAMEWORK.version}, ${kept.cohort.name} ${kept.version}`.slice(0, 100),
    changedAt: kept.takenAt,
    activities: OWN_FRAMEWORK.activities.map((activity) => {
      const id = ACTIVITY_IDS.find((one) => one === activity.code);
      if (!id) return activity;
      const own = Object.entries(levels[id]);
      return {
        ...activity,
        name: names[id],
        levels: activity.levels.map((one) => ({ ...one, text: own.find(([level]) => level === String(one.level))?.[1] ?? one.text })),
      };
    }),
  };
}

export function importFramework({ journal, environment }: Pick<App, 'journal' | 'environment'>, file: string): Result<ReadFramework, Problem> {
  const text = readGivenFile(environment.folder, file, MAX_BYTES);
  if (!text.ok) return text;
  const json = parseGivenJson(file, text.value);
  if (!json.ok) return json;
  const read = readCase(json.value);
  if (!read.ok) return read;
  const written = journal.write(() => saveImportedFramework(journal, read.value.framework));
  return written.ok ? read : written;
}

/** Back to what the cohort has, or what comes with Rounds. */
export const forgetFramework = ({ journal }: Pick<App, 'journal'>): Result<void, Problem> => journal.write(() => removeImportedFramework(journal));

/** Writes the activities in use as CASE; returns the file. */
export function exportFramework({ journal, environment }: Pick<App, 'journal' | 'environment'>, file: string, force: boolean): Result<string, Problem> {
  const framework = journal.attempt(() => loadFramework(journal));
  if (!framework.ok) return framework;
  return saveNewFile({ folder: environment.folder, name: file, text: `${JSON.stringify(writeCase(framework.value), null, 2)}\n`, force });
}

export type { ReadFramework };
