import { isLoopback, checkAddress } from '../../tutor/check-address.ts';
import type { SecondReaderInput } from '../../tutor/create-second-reader.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { TutorSettings } from '../../tutor/tutor-settings.ts';
import type { App } from '../app.ts';
import { loadKey } from './load-key.ts';
import { loadSettings } from './load-settings.ts';

export interface OpenedTutor extends SecondReaderInput {
  readonly settings: TutorSettings;
}

/** The second reader as it is set, off or on, without its key: enough to show what would be sent. */
export function findTutor(app: Pick<App, 'journal' | 'environment'>): Result<OpenedTutor, Problem> {
  const loaded = loadSettings(app);
  if (!loaded.ok) return loaded;
  const { settings } = loaded.value;
  if (!settings) return failed(isOff());
  const url = checkAddress(settings.url);
  return url.ok ? ok({ settings, url: url.value, key: null }) : url;
}

/** The same, ready to be asked; a problem where it is off or its key is missing. */
export function openTutor(app: Pick<App, 'journal' | 'environment'>): Result<OpenedTutor, Problem> {
  const found = findTutor(app);
  if (!found.ok) return found;
  const { settings, url } = found.value;
  if (!settings.on) return failed(isOff());
  const key = loadKey(settings, app.environment);
  if (!key.ok) return key;
  if (key.value === null && !isLoopback(url))
    return failed(problem('not-allowed', 'The second reader has no key.', { next: `Set ${settings.keyVariable} in the environment of Rounds.` }));
  return ok({ settings, url, key: key.value });
}

const isOff = (): Problem =>
  problem('not-allowed', 'The second reader is off: nothing is sent anywhere.', {
    next: '"rounds tutor --help" shows how to look at what would be sent, and how to turn it on.',
  });
