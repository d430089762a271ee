import { describe, expect, it } from 'vitest';
import { eventSearch, sessionSearch } from './search.ts';

describe('what an address may carry', () => {
  it('keeps what fits and drops the rest', () => {
    expect(sessionSearch({ query: 'race', agent: '', from: '2026-11-01', to: 'yesterday', kind: 'mood', other: 1 })).toEqual({
      query: 'race',
      from: '2026-11-01',
    });
    expect(sessionSearch({ query: 404, kind: 'output' })).toEqual({ query: '404', kind: 'output' });
  });

  it('takes a whole number as the place of an event', () => {
    expect([eventSearch({ at: 12 }), eventSearch({ at: '12' }), eventSearch({ at: -1 }), eventSearch({ at: 'x' }), eventSearch({})]).toEqual([
      { at: 12 },
      { at: 12 },
      {},
      {},
      {},
    ]);
  });
});
