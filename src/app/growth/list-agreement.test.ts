import { describe, expect, it } from 'vitest';
import type { Rating } from '../../model/entrustment.ts';
import { listAgreement } from './list-agreement.ts';

const rating = (over: Partial<Rating>): Rating => ({
  activity: 'E4',
  person: 'me',
  rater: 'me',
  view: 'retrospective',
  level: 3,
  case: 'r_1',
  context: 'shop',
  agentErrorCaught: false,
  note: '',
  at: '2026-03-02T10:00:00.000Z',
  ...over,
});

describe('the agreement of what I and others say of my work', () => {
  it('pairs the same round, activity and question, with the second thought of each', () => {
    const { retrospective, prospective } = listAgreement([
      rating({ level: 5 }),
      rating({ level: 3 }),
      rating({ rater: 'ada', level: 2 }),
      rating({ rater: 'ada', view: 'prospective', level: 3 }),
      rating({ case: 'r_2', level: 4 }),
      rating({ case: 'r_2', rater: 'ada', level: 4 }),
      rating({ case: 'r_3', rater: 'ada', level: 1 }),
      rating({ case: 'r_4', activity: 'E5' }),
      rating({ case: 'r_4', rater: 'ada' }),
    ]);
    expect(retrospective).toEqual({ n: 2, same: 1, oneApart: 1, kappa: null, alpha: null });
    expect(prospective.n).toBe(0);
  });

  it('gives kappa from twenty cases on', () => {
    const cases = Array.from({ length: 20 }, (_, n) => [
      rating({ case: `r_${n}`, level: n % 2 === 0 ? 2 : 4 }),
      rating({ case: `r_${n}`, rater: 'ada', level: n % 2 === 0 ? 2 : 4 }),
    ]);
    expect(listAgreement(cases.flat()).retrospective).toMatchObject({ n: 20, same: 20, kappa: 1 });
    expect(listAgreement(cases.slice(1).flat()).retrospective.kappa).toBeNull();
  });
});
