import { expect, it } from 'vitest';
import { readLocalDraft, type DraftStorage } from './use-local-draft.ts';

const holding = (text: string | null): DraftStorage => ({
  getItem: (key) => (key === 'rounds.judgement.u1.r_1' ? text : null),
  setItem: () => {},
  removeItem: () => {},
});

it('is found again by the person and the round it belongs to', () => {
  const storage = holding(JSON.stringify({ verdict: 'reject', reason: 'It hides a race.' }));
  expect(readLocalDraft(storage, 'u1', 'r_1')).toEqual({ verdict: 'reject', reason: 'It hides a race.' });
  expect(readLocalDraft(storage, 'u2', 'r_1')).toEqual({});
});

it('begins anew where something else stands there, or nothing may be read', () => {
  expect(readLocalDraft(holding('{"verdict":'), 'u1', 'r_1')).toEqual({});
  expect(readLocalDraft(holding('{"verdict":"maybe","lines":"all","reason":"It hides a race."}'), 'u1', 'r_1')).toEqual({ reason: 'It hides a race.' });
  const closed: DraftStorage = {
    ...holding(null),
    getItem: () => {
      throw new Error('closed');
    },
  };
  expect(readLocalDraft(closed, 'u1', 'r_1')).toEqual({});
});
