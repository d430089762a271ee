import type { TutorView } from '../../model/api/tutor.ts';
import type { Terminal } from '../terminal.ts';
import { toCount, toDay, toSize } from '../text/format-quantities.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

const KEY_STATES = { set: 'set', missing: 'not set', 'not-needed': 'not set, and not needed on this machine' } as const;

/** How the second reader is set, and what left this machine because of it. */
export function formatTutor(
  { settings, fromEnvironment, settingsFile, key, problem, sentToday, readings, log }: TutorView,
  now: Date,
  terminal: Terminal,
): string[] {
  const rows: (readonly [string, string])[] = [
    ['settings', `${settingsFile}${fromEnvironment ? ', and the environment over it' : ''}`],
    ...(settings
      ? ([
          ['model', `${settings.model} at ${settings.url} (${settings.api})`],
          ['key', `${key.variable}: ${KEY_STATES[key.state]}`],
          ['today', `${sentToday} of ${toCount(settings.dailyCap, 'request')}`],
          ['readings', `${toCount(readings, 'moment')} ("rounds tutor --forget all" forgets them)`],
        ] as const)
      : []),
  ];
  return [
    terminal.style('bold', settings?.on ? 'The second reader is on.' : 'The second reader is off: nothing is sent anywhere.'),
    ...rows.map(([name, value]) => `${terminal.style('dim', name.padEnd(10))}${toPlainLine(value)}`),
    ...(problem ? wrapText(toPlainLine(problem), terminal.width).map((line) => terminal.style('yellow', line)) : []),
    ...(log.length > 0 ? ['', 'What was sent, the latest first'] : []),
    ...log.map(({ at, moment, host, bytes, outcome }) =>
      toPlainLine(`${toDay(at, now)}  ${moment}  ${toSize(bytes)} to ${host}: ${outcome ?? 'not known how it ended'}`),
    ),
  ];
}
