import { describe, expect, it } from 'vitest';
import type { SignOffEntry, SignOffRecord } from '../../model/sign-off.ts';
import { appendRecord } from './chain-records.ts';
import { checkRecord } from './check-record.ts';

const reversed = (n: number): SignOffEntry => ({ type: 'reversed', request: `o_${n}`, by: 'dee', why: `Reason number ${n}.`, at: '2026-06-01T00:00:00.000Z' });
const RECORDS = [1, 2, 3].reduce<SignOffRecord[]>((before, n) => appendRecord(before, reversed(n)), []).map((record, index) => ({ ...record, n: index + 1 }));
const hashOf = (n: number): string => RECORDS[n - 1]?.hash ?? '';

describe('a record that is checked', () => {
  it('is whole, and says whether it went on since', () => {
    expect(checkRecord(RECORDS, null)).toEqual({ state: 'unbroken' });
    expect(checkRecord(RECORDS, hashOf(3))).toEqual({ state: 'unbroken' });
    expect(checkRecord(RECORDS, hashOf(2))).toEqual({ state: 'went-on', since: 2 });
    expect(checkRecord([], null)).toEqual({ state: 'unbroken' });
  });

  it('says where it broke', () => {
    const edited = RECORDS.map((record) => (record.n === 2 ? { ...record, entry: { ...reversed(2), why: 'Another reason.' } } : record));
    expect(checkRecord(edited, null)).toMatchObject({ state: 'broken', at: 2 });
    expect(
      checkRecord(
        RECORDS.filter(({ n }) => n !== 2),
        null,
      ),
    ).toMatchObject({ state: 'broken', at: 2, words: expect.stringContaining('missing') as string });
    const renumbered = RECORDS.filter(({ n }) => n !== 2).map((record, index) => ({ ...record, n: index + 1 }));
    expect(checkRecord(renumbered, null)).toMatchObject({ state: 'broken', at: 2 });
    expect(checkRecord(RECORDS.slice(1), null)).toMatchObject({ state: 'broken', at: 1 });
  });

  it('says where its time goes back, though every hash holds', () => {
    const back = appendRecord(RECORDS, { ...reversed(4), at: '2026-05-31T00:00:00.000Z' } as SignOffEntry).map((record, index) => ({
      ...record,
      n: index + 1,
    }));
    expect(checkRecord(back, null)).toMatchObject({ state: 'turned-back', at: 4, words: expect.stringContaining('earlier time than entry 3') as string });
  });

  it('cut at its end looks whole, but to who kept its last hash', () => {
    expect(checkRecord(RECORDS.slice(0, 2), null)).toEqual({ state: 'unbroken' });
    expect(checkRecord(RECORDS.slice(0, 2), hashOf(3))).toMatchObject({ state: 'cut' });
    expect(checkRecord([], hashOf(3))).toMatchObject({ state: 'cut' });
  });
});
