import { expect, it } from 'vitest';
import type { HeldBelief } from '../../model/api/growth.ts';
import { formatBelief } from './format-belief.ts';

const sign = (over: object) => ({
  source: 'distractor',
  direction: 'for',
  sign: 'Expected the check to pass.',
  words: null,
  at: '2026-03-04T10:00:00.000Z',
  ...over,
});

it('shows every sign with its side and day, and what a session shows on neither side', () => {
  const belief = {
    id: 'C1',
    belief: 'A sleep fixes a race.',
    questionToAsk: 'Who knows how long?',
    standing: { state: 'suspected', occasionsFor: 1, occasionsAgainst: 1, inOwnWords: 0, relapses: 0, contested: null, missing: [] },
    evidence: [
      sign({}),
      sign({ direction: 'against', source: 'question', words: 'It\u001b[2J only makes it rarer.' }),
      sign({ source: 'moment', sign: 'A wait was put in.' }),
    ],
  } as unknown as HeldBelief;
  const lines = formatBelief(belief, { style: (_, text) => text, width: 60 });
  expect(lines.slice(3)).toEqual([
    '    For     Expected the check to pass. (2026-03-04)',
    expect.stringMatching(/^ {4}Against .*only makes it rarer.*\(2026-03-04\)$/) as string,
    '    Seen    A wait was put in. (2026-03-04)',
  ]);
  expect(lines.join('\n')).not.toContain('\u001b');
});
