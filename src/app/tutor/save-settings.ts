import { renameSync, writeFileSync } from 'node:fs';
import type { TutorChange } from '../../model/api/tutor.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { describeSystemError } from '../../sources/find-transcripts.ts';
import { checkAddress } from '../../tutor/check-address.ts';
import { DAILY_CAP, tutorSettingsSchema } from '../../tutor/tutor-settings.ts';
import type { App } from '../app.ts';
import { loadSettings, toSettingsPath } from './load-settings.ts';

/** Turns the second reader on or off, or changes it; what is not given stays. The key is not among it. */
export function saveSettings(app: Pick<App, 'journal' | 'environment'>, change: Partial<TutorChange>): Result<void, Problem> {
  // Of what the environment says nothing is written down.
  const loaded = loadSettings({ ...app, environment: { ...app.environment, variables: {} } });
  if (!loaded.ok) return loaded;
  const { settings } = loaded.value;
  if (!settings && !change.on) return ok(undefined);
  const parsed = tutorSettingsSchema.safeParse({ dailyCap: DAILY_CAP, ...settings, ...change });
  if (!parsed.success)
    return failed(problem('wrong-usage', 'A second reader needs an address and a model.', { next: 'Give both: docs/tutor.md has examples.' }));
  const url = checkAddress(parsed.data.url);
  if (!url.ok) return url;
  return writeSettings(toSettingsPath(app.journal), parsed.data);
}

/** In one step: another process reads the old settings or the new ones. */
function writeSettings(path: string, value: object): Result<void, Problem> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, path);
    return ok(undefined);
  } catch (error) {
    return failed(problem('storage', `${path} cannot be written.`, { why: describeSystemError(error) }));
  }
}
