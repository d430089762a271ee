import { stringify } from 'yaml';
import { z } from 'zod';
import { readWrittenFile } from '../../../learning/read-written-file.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CohortId } from '../../../model/team/ids.ts';
import { contentOverridesSchema, type ContentOverrides } from '../../../model/team/programme-content.ts';
import type { Actor } from '../../../store/connect-store.ts';
import type { SharedApp } from '../team-app.ts';
import { loadCohort } from './load-cohort.ts';
import { applyEntries, toOverrides } from './merge-content.ts';

/** Which version of which cohort a file was of; told, and taken in by nobody. */
const fileSchema = contentOverridesSchema.extend({ cohort: z.string().optional(), version: z.number().optional() });

/** What a file of a cohort's content says, in YAML or JSON; nothing is saved. `bad-input` names each place that does not fit by line and column. */
export function readContentFile(text: string): Result<ContentOverrides, Problem> {
  const read = readWrittenFile(text, fileSchema, (given) =>
    applyEntries(given, 1).misfits.map(({ path, message }) => ({ path: ['misconceptions', ...path.slice(1)], message })),
  );
  if (!read.ok)
    return failed(
      problem('bad-input', 'This file of content cannot be used.', { why: read.problem, next: 'Correct it and bring it again; nothing was changed.' }),
    );
  const { cohort: _cohort, version: _version, ...overrides } = read.value;
  return ok(overrides);
}

/** A cohort's own changes as YAML: what is not in it is as it comes with Rounds. */
export function writeContentFile({ store }: Pick<SharedApp, 'store'>, actor: Actor, id: CohortId): Promise<Result<{ text: string }, Problem>> {
  return store.as(actor, async (tx) => {
    const cohort = await loadCohort(tx, id);
    if (!cohort.ok) return cohort;
    const { name, contentVersion, content } = cohort.value;
    const head = `# ${name.replaceAll(/[\r\n]/g, ' ')}: what it changes of the content that comes with Rounds.\n`;
    return ok({ text: head + stringify({ cohort: name, version: contentVersion, ...toOverrides(content) }, { lineWidth: 120 }) });
  });
}
