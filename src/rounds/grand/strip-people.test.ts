import { describe, expect, it } from 'vitest';
import type { Case } from '../../model/case.ts';
import { listNames, stripCase } from './strip-people.ts';

const PEOPLE = [
  { name: 'Ana Ortiz', email: 'aortiz@shop.example' },
  { name: 'Bo', email: 'bo@shop.example' },
  { name: 'C++ Fan', email: 'x@shop.example' },
];

const GIVEN = {
  moment: 'm_0000000000000001',
  session: 's_0000000000000001',
  sessionTitle: 'Ask Ortiz about the price',
  agent: 'claude-code',
  repository: 'shop',
  cwd: '/home/x',
  at: '2026-03-02T10:00:00.000Z',
  minutes: 5,
  question: 'Would you accept this?',
  shape: 'claim',
  task: { line: 1, text: 'Ana wants it, says aortiz@shop.example. Anatomy stays; ANA ORTIZ does not.' },
  lastAsked: null,
  decision: { start: 1, end: 2 },
  shownUntil: 2,
  shown: [{ id: 'ana', seq: 1, line: 1, at: '2026-03-02T10:00:00.000Z', thread: 'main', kind: 'reply', text: 'Dear Ana, C++ Fan agrees.' }],
  earlierEvents: 0,
  propositions: [],
} as unknown as Case;

describe('a case for a cohort', () => {
  const names = listNames(PEOPLE);
  const stripped = stripCase(GIVEN, names);

  it('has nobody, no place and no time in it', () => {
    const text = JSON.stringify(stripped);
    expect(text).not.toMatch(/\bana\b(?!")/i);
    expect(text).not.toMatch(/ortiz|fan\b|shop|2026|home/i);
  });

  it('keeps what is no name: words that begin like one, ids, and the vocabulary', () => {
    expect(stripped.task?.text).toBe('somebody wants it, says somebody. Anatomy stays; somebody does not.');
    expect(stripped.shown[0]).toMatchObject({ id: 'ana', kind: 'reply', text: 'Dear somebody, somebody agrees.', at: null });
    expect(stripped.question).toBe(GIVEN.question);
  });

  it('leaves names too short to tell from words', () => {
    expect(names).not.toContain('Bo');
  });
});
