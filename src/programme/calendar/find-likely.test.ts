import { expect, it } from 'vitest';
import { isLikely } from './find-likely.ts';

const partner = { name: 'Ben O’Neill', email: 'ben@acme.example' };
const entry = (title: string, people: readonly string[] = []) => ({ series: 's', title, people, from: '', to: '' });

it('offers what the other is invited to or named in, and what such meetings are called', () => {
  for (const likely of [
    entry('Coffee', ['BEN@acme.example']),
    entry('Coffee', ['Ben O’Neill']),
    entry('Ben / Anna'),
    entry('Weekly check-in'),
    entry('1:1'),
    entry('Rounds'),
  ])
    expect([likely.title, isLikely(likely, partner)]).toEqual([likely.title, true]);
});

it('offers nothing else', () => {
  for (const other of [entry('Dentist'), entry('All hands', ['ben@other.example', 'Benjamin']), entry('Benefits talk'), entry('Backgrounds'), entry('')])
    expect([other.title, isLikely(other, partner)]).toEqual([other.title, false]);
  expect(isLikely(entry('All hands', ['null']), { name: 'Bo', email: null })).toBe(false);
});
