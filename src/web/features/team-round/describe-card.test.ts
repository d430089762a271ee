import { describe, expect, it } from 'vitest';
import type { TeamRoundCard } from '../../../model/api/team/rounds.ts';
import { describeCard, sortCards } from './describe-card.ts';

const person = (id: string, answered: boolean) => ({ person: id, name: id === 'u1' ? 'Ada' : id === 'u2' ? 'Ben' : 'Cleo', answered }) as never;
const card = (part: Partial<TeamRoundCard>): TeamRoundCard =>
  ({ state: 'sealing', waitsForMe: true, people: [person('u1', false), person('u2', false)], ...part }) as TeamRoundCard;

describe('a round for two in a list', () => {
  it('says with whom, and that it is mine to judge', () => {
    expect(describeCard(card({}), 'u1')).toEqual({ who: 'With Ben', stands: 'Yours to judge.', act: 'Judge' });
  });

  it('says that the others have answered, and never who sealed or who passed', () => {
    expect(describeCard(card({ people: [person('u1', false), person('u2', true)] }), 'u1').stands).toBe('The other side has answered; you have not yet.');
  });

  it('names whom it waits for', () => {
    const waiting = card({ waitsForMe: false, people: [person('u1', true), person('u2', false), person('u3', false)] });
    expect(describeCard(waiting, 'u1').stands).toBe('You have answered. Ben and Cleo have not yet.');
  });

  it('puts first what waits for me and leaves out what was withdrawn', () => {
    const { mine, open, closed } = sortCards([
      card({ state: 'closed', waitsForMe: false }),
      card({ waitsForMe: false }),
      card({ state: 'withdrawn', waitsForMe: false }),
      card({}),
    ]);
    expect([mine.length, open.length, closed.length]).toEqual([1, 1, 1]);
  });
});
