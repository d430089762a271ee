import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseOwnCatalogue } from '../../learning/misconceptions/parse-own-catalogue.ts';
import type { OwnCatalogue } from '../../model/own-catalogue.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { describeSystemError } from '../../sources/find-transcripts.ts';
import type { App } from '../app.ts';
import { loadGivenCatalogue, loadOwnCatalogue, removeOwnCatalogue, saveOwnCatalogue } from './load-catalogue.ts';

const MAX_BYTES = 1024 * 1024;

/**
 * Takes a programme's or a person's own catalogue. Signs written down before keep what they weighed. `conflict` where a changed file
 * carries the version of the one in use, or an older one: nobody could tell later which of them a sign was weighed by.
 */
export function bringCatalogue({ journal, environment }: Pick<App, 'journal' | 'environment'>, file: string): Result<OwnCatalogue, Problem> {
  const text = readText(resolve(environment.folder, file), file);
  if (!text.ok) return text;
  const given = journal.attempt(() => loadGivenCatalogue(journal));
  if (!given.ok) return given;
  const parsed = parseOwnCatalogue(text.value, given.value);
  if (!parsed.ok) return parsed;
  const written = journal.write((): Result<OwnCatalogue, Problem> => {
    const known = loadOwnCatalogue(journal);
    if (known && JSON.stringify(known) !== JSON.stringify(parsed.value) && parsed.value.version <= known.version)
      return failed(
        problem('conflict', `This catalogue says something else than the one in use, which is version ${known.version} as well or later.`, {
          next: `Give it version ${known.version + 1} or higher.`,
        }),
      );
    saveOwnCatalogue(journal, parsed.value);
    return parsed;
  });
  return written.ok ? written.value : written;
}

/** Back to what the cohort has, or Rounds comes with; what was weighed meanwhile stays as it is. */
export function dropCatalogue({ journal }: Pick<App, 'journal'>): Result<void, Problem> {
  return journal.write(() => removeOwnCatalogue(journal));
}

function readText(path: string, shown: string): Result<string, Problem> {
  try {
    if (statSync(path).size > MAX_BYTES) return failed(problem('bad-input', `${shown} is too large for a catalogue.`));
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    return failed(problem('bad-input', `${shown} cannot be read.`, { why: describeSystemError(error) }));
  }
}
