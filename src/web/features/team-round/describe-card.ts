import type { TeamRoundCard } from '../../../model/api/team/rounds.ts';
import { joinWords } from '../../text/format-amount.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';

interface CardWords {
  readonly who: string;
  readonly stands: string;
  readonly act: string;
}

/** A round in a list, in words. Before the reveal nothing in it says how, or when, anyone answered. */
export function describeCard({ state, people, waitsForMe }: Pick<TeamRoundCard, 'state' | 'people' | 'waitsForMe'>, me: string): CardWords {
  const others = people.filter(({ person }) => person !== me);
  const who = others.length === 0 ? 'You alone' : `With ${joinWords(others.map(({ name }) => toVisibleText(name)))}`;
  const open = others.filter(({ answered }) => !answered).map(({ name }) => toVisibleText(name));
  switch (state) {
    case 'framed':
    case 'sealing':
      if (waitsForMe) return { who, stands: open.length < others.length ? 'The other side has answered; you have not yet.' : 'Yours to judge.', act: 'Judge' };
      return { who, stands: `You have answered. ${joinWords(open)} ${open.length === 1 ? 'has' : 'have'} not yet.`, act: 'Look' };
    case 'revealed':
      return { who, stands: 'Revealed.', act: 'See the reveal' };
    case 'proving':
      return { who, stands: 'Being settled by running.', act: 'Prove' };
    case 'debrief':
      return { who, stands: 'One general rule, and it is closed.', act: 'Debrief' };
    case 'closed':
      return { who, stands: '', act: 'Read' };
    case 'withdrawn':
      return { who, stands: 'Withdrawn before the reveal.', act: 'Read' };
  }
}

/** Those that wait for me first, then open ones, then closed ones; each in the order they came. Withdrawn ones are left out. */
export function sortCards(cards: readonly TeamRoundCard[]): {
  readonly mine: readonly TeamRoundCard[];
  readonly open: readonly TeamRoundCard[];
  readonly closed: readonly TeamRoundCard[];
} {
  const live = cards.filter(({ state }) => state !== 'withdrawn');
  return {
    mine: live.filter(({ waitsForMe, state }) => waitsForMe && state !== 'closed'),
    open: live.filter(({ waitsForMe, state }) => !waitsForMe && state !== 'closed'),
    closed: live.filter(({ state }) => state === 'closed'),
  };
}
