import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import type { WeeklyAct } from '../../../model/team/weekly-page.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', timeZone: 'UTC' });
const DAY_MS = 86_400_000;

/** "2–8 March" or "30 March – 5 April", from the Monday of a week. */
export function formatWeek(week: string): string {
  const from = new Date(`${week}T00:00:00Z`);
  const to = new Date(from.getTime() + 6 * DAY_MS);
  return from.getUTCMonth() === to.getUTCMonth() ? `${day.format(from)}–${dayMonth.format(to)}` : `${dayMonth.format(from)} – ${dayMonth.format(to)}`;
}

export const partnerOf = ({ mine, preceptee, preceptor }: Pick<OwnWeek, 'mine' | 'preceptee' | 'preceptor'>) => (mine === 'preceptee' ? preceptor : preceptee);

/** What of a page waits for who reads it. */
export const WAITING_ACTS: ReadonlySet<WeeklyAct> = new Set(['write', 'propose', 'answer']);

/** Nothing more is written in it, nor asked for. */
export const isOver = ({ state }: Pick<OwnWeek, 'state'>): boolean => state === 'completed' || state === 'ended';

export interface Described {
  readonly title: string;
  readonly words: string;
}

/** Where a page stands, for who reads it. `other` is the partner's name. */
export function describeWeek(act: WeeklyAct, { mine, other: name, state }: { mine: OwnWeek['mine']; other: string; state: OwnWeek['state'] }): Described {
  const other = toVisibleText(name);
  switch (act) {
    case 'write':
      return mine === 'preceptee'
        ? { title: 'Write your half of the page', words: `A sentence for each is enough: five minutes. ${other} reads it once you hand it in.` }
        : { title: 'Answer with your half', words: `${other} has written. A sentence for each is enough: five minutes.` };
    case 'wait-for-half':
      return mine === 'preceptee'
        ? { title: `${other} answers next`, words: 'You have handed in your half. You can still change it until you agree on a focus.' }
        : { title: `${other} writes first`, words: 'Your half follows once that is handed in.' };
    case 'propose':
      return { title: 'Agree on one focus', words: `Propose it in your words. ${other} agrees, or proposes others.` };
    case 'answer':
      return { title: `${other} proposes a focus`, words: 'Agree to exactly these words, or propose your own.' };
    case 'wait-for-answer':
      return { title: `Your focus waits for ${other}`, words: 'You can still change the words.' };
    case 'done':
      return { title: 'This page is done', words: 'You both agreed on the focus.' };
    case 'not-running':
      return { title: `This programme is ${state === 'planned' ? 'not started yet' : state}`, words: 'Weekly pages begin, and go on, while it is running.' };
  }
}
