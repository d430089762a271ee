import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import { describeWeek, partnerOf, WAITING_ACTS } from './describe-week.ts';

interface Waiting {
  readonly own: OwnWeek;
  readonly roundsForMe: number;
  /** Offered by the other. */
  readonly timesToConfirm: number;
  /** Begun, and nobody said whether they were held. */
  readonly meetingsToSay: number;
}

/** `to`: the heading of the section it is in; null where there is nothing to do. */
export interface NextActView {
  readonly title: string;
  readonly to: 'week' | 'rounds' | 'time' | 'meetings' | null;
}

/** One thing at a time: the page first, as somebody waits for each step of it, then rounds, then what takes one press. */
export function chooseNextAct({ own, roundsForMe, timesToConfirm, meetingsToSay }: Waiting): NextActView {
  const { title } = describeWeek(own.act, { mine: own.mine, other: partnerOf(own).name, state: own.state });
  if (WAITING_ACTS.has(own.act)) return { title, to: 'week' };
  if (roundsForMe > 0) return { title: roundsForMe === 1 ? 'A round waits for you' : 'Rounds wait for you', to: 'rounds' };
  if (timesToConfirm > 0) return { title: 'Confirm the time you kept for each other', to: 'time' };
  if (meetingsToSay > 0) return { title: 'Say whether you met', to: 'meetings' };
  return { title: own.act === 'done' ? 'Nothing waits for you here' : title, to: null };
}
