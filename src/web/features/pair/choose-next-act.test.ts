import { expect, it } from 'vitest';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import { chooseNextAct } from './choose-next-act.ts';

const own = (act: OwnWeek['act']): OwnWeek =>
  ({ act, mine: 'preceptee', state: 'running', preceptee: { id: 'a', name: 'Ada' }, preceptor: { id: 'b', name: 'Bo' } }) as OwnWeek;
const none = { roundsForMe: 0, timesToConfirm: 0, meetingsToSay: 0 };

it.each([
  [own('write'), { ...none, roundsForMe: 2 }, 'week'],
  [own('wait-for-half'), { ...none, roundsForMe: 1, timesToConfirm: 1 }, 'rounds'],
  [own('done'), { ...none, timesToConfirm: 1, meetingsToSay: 1 }, 'time'],
  [own('not-running'), { ...none, meetingsToSay: 1 }, 'meetings'],
  [own('wait-for-answer'), none, null],
])('is one thing: %o %o', (week, waiting, to) => expect(chooseNextAct({ own: week, ...waiting }).to).toBe(to));

it('is nothing, and says so, once the page is done', () => {
  expect(chooseNextAct({ own: own('done'), ...none })).toEqual({ title: 'Nothing waits for you here', to: null });
});
