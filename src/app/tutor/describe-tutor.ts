import type { TutorView } from '../../model/api/tutor.ts';
import { describeProblem, type Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { isLoopback } from '../../tutor/check-address.ts';
import { KEY_VARIABLE, type TutorSettings } from '../../tutor/tutor-settings.ts';
import type { App } from '../app.ts';
import { loadKey } from './load-key.ts';
import { loadSettings, toSettingsPath } from './load-settings.ts';
import { openTutor } from './open-tutor.ts';
import { startOfToday } from './start-of-today.ts';

const LOGGED = 20;

/** The second reader as it is set, what keeps it from being asked, and what was sent lately. Holds no key. */
export function describeTutor(app: Pick<App, 'journal' | 'environment' | 'clock'>): Result<TutorView, Problem> {
  const { journal, clock } = app;
  const loaded = loadSettings(app);
  const settings = loaded.ok ? loaded.value.settings : null;
  const opened = openTutor(app);
  return journal.attempt(() => ({
    settings: settings && pickShown(settings),
    fromEnvironment: loaded.ok && loaded.value.fromEnvironment,
    settingsFile: toSettingsPath(journal),
    key: { variable: settings?.keyVariable ?? KEY_VARIABLE, state: findKeyState(settings, app) },
    problem: (!loaded.ok || settings?.on) && !opened.ok ? describeProblem(opened.problem) : null,
    sentToday: journal.sharingLog.countSince(startOfToday(clock())),
    readings: journal.readings.count(),
    log: journal.sharingLog.listLast(LOGGED).map(({ at, moment, host, bytes, outcome }) => ({ at, moment, host, bytes, outcome })),
  }));
}

const pickShown = ({ on, api, url, model, dailyCap }: TutorSettings): TutorView['settings'] => ({ on, api, url, model, dailyCap });

function findKeyState(settings: TutorSettings | null, { environment }: Pick<App, 'environment'>): TutorView['key']['state'] {
  const key = settings ? loadKey(settings, environment) : null;
  if (key?.ok && key.value !== null) return 'set';
  const url = settings && URL.parse(settings.url);
  return url && isLoopback(url) ? 'not-needed' : 'missing';
}
