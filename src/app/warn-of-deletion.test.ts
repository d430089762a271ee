import { expect, test } from 'vitest';
import { warnOfDeletion } from './warn-of-deletion.ts';

const now = new Date('2026-03-31T00:00:00Z');
const changed = (day: string, path = day) => ({ path, changedAt: Date.parse(`${day}T00:00:00Z`) });

test.each([
  [30, [changed('2026-03-30')], 'Claude Code deletes sessions after 30 days; what Rounds has read it keeps.'],
  [
    30,
    [changed('2026-03-05'), changed('2026-03-30')],
    'Claude Code deletes sessions after 30 days: 1 session that Rounds has not read goes within 7 days. Run "rounds import" to keep them.',
  ],
  [
    30,
    [changed('2026-03-05'), changed('2026-01-01')],
    'Claude Code deletes sessions after 30 days: 2 sessions that Rounds has not read go within 7 days. Run "rounds import" to keep them.',
  ],
  [30, [changed('2026-03-05', 'kept')], 'Claude Code deletes sessions after 30 days; what Rounds has read it keeps.'],
  [365, [changed('2026-03-05')], 'Claude Code deletes sessions after 365 days; what Rounds has read it keeps.'],
  [0, [], 'Claude Code is set to keep no sessions: only what Rounds has read meanwhile stays.'],
])('after %i days', (days, sessions, said) => {
  expect(warnOfDeletion({ sessions, days, isKept: (path) => path === 'kept', now })).toBe(said);
});
