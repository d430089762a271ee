import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../model/problem.ts';
import { noteLadder } from './note-ladder.ts';
import { parseLadder } from './parse-ladder.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/portfolio.md'), 'utf8');
const EXAMPLE = /```yaml\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? '';

const why = (text: string): string => {
  const parsed = parseLadder(text);
  return parsed.ok ? 'it was taken' : describeProblem(parsed.problem);
};

const ask = (level: 3 | 4) => [{ says: 'Judges', activity: 'E4' as const, level }];

describe('a ladder', () => {
  it('of the guide is taken, and what it asks is kept in its order', () => {
    const parsed = parseLadder(EXAMPLE);
    expect(parsed).toMatchObject({ ok: true, value: { ladder: 'Acme engineering', rungs: [{ rung: 'Engineer I' }, { rung: 'Engineer II' }] } });
    if (parsed.ok)
      expect(noteLadder(parsed.value)).toEqual(['Engineer II: "Helps to hire" is about none of the activities, so Rounds shows nothing beside it.']);
  });

  it('says where a later rung asks less', () => {
    const rungs = [
      { rung: 'A', asks: ask(4) },
      { rung: 'B', asks: ask(3) },
    ];
    expect(noteLadder({ ladder: 'x', version: 1, rungs })).toEqual(['B asks less of E4 than A before it.']);
  });

  const start = 'ladder: Acme\nversion: 1\nrungs:\n  - rung: One\n    asks:\n';
  it.each([
    ['an activity that there is not', `${start}      - says: Judges\n        activity: E99\n        level: 3\n`, 'Line 7, column 19: activity: '],
    ['a level that there is not', `${start}      - says: Judges\n        activity: E4\n        level: 9\n`, 'Line 8, column 16: level: '],
    ['an activity without a level', `${start}      - says: Judges\n        activity: E4\n`, 'Line 6, column 9: asks: An activity and a level go together'],
    ['a word that means nothing', `${start}      - says: Judges\n        levle: 4\n`, 'Line 6, column 9'],
    ['a rung without anything', 'ladder: Acme\nversion: 1\nrungs:\n  - rung: One\n    asks: []\n', 'Line 5, column 11: asks: '],
    [
      'two rungs of a name',
      `${start}      - says: Judges\n  - rung: One\n    asks:\n      - says: More\n`,
      'Line 7, column 11: rung: There is a rung called One already.',
    ],
    [
      'an activity asked twice',
      `${start}      - { says: A, activity: E4, level: 2 }\n      - { says: B, activity: E4, level: 3 }\n`,
      'This rung asks for E4 already.',
    ],
    ['a key twice', 'ladder: Acme\nladder: Other\n', 'Line 2, column 1: Map keys must be unique.'],
    ['no YAML', 'rungs: [\n', 'Line 2, column 1'],
    ['a list', '- a\n', 'Line 1, column 1'],
    ['nothing', '', 'Line 1, column 1'],
    ['aliases of aliases', 'ladder: &a [x, x]\nversion: 1\nrungs: [*a, *a]\n', 'Alias'],
  ])('with %s is refused with its place', (_what, text, words) => {
    expect(why(text)).toContain(words);
  });
});
