import type { SignOffRecord } from '../../model/sign-off.ts';
import { isUnbroken } from './chain-records.ts';

type Numbered = SignOffRecord & { readonly n: number };

export type RecordCheck =
  | { readonly state: 'unbroken' }
  /** Unbroken, and it went on since this hash was its last. */
  | { readonly state: 'went-on'; readonly since: number }
  /** `at` is the number of the first entry that is not what was once appended. */
  | { readonly state: 'broken'; readonly at: number; readonly words: string }
  /** Its hashes hold, but entry `at` is of an earlier time than the one before it: Rounds appends none such. */
  | { readonly state: 'turned-back'; readonly at: number; readonly words: string }
  /** Unbroken in itself, but the hash that was once its last is not in it: entries were cut off, or it was all written anew. */
  | { readonly state: 'cut'; readonly words: string };

/** Whether a record is whole, and where it is not. `lastHash` is one that was published or kept earlier: without it a cut at the end cannot be seen. */
export function checkRecord(records: readonly Numbered[], lastHash: string | null): RecordCheck {
  for (const [index, { n }] of records.entries()) {
    const expected = index + 1;
    if (n !== expected) return { state: 'broken', at: expected, words: `Entry ${expected} is missing: what follows is entry ${n}.` };
    if (!isUnbroken(records.slice(0, expected)))
      return {
        state: 'broken',
        at: expected,
        words: `Entry ${expected} is not what was recorded: it was changed, or an entry before it was taken out or put in.`,
      };
  }
  const turned = records.findIndex(({ entry }, index) => index > 0 && entry.at < (records[index - 1]?.entry.at ?? ''));
  if (turned > 0)
    return {
      state: 'turned-back',
      at: turned + 1,
      words: `Entry ${turned + 1} is of an earlier time than entry ${turned}: a clock was set back, or it was not Rounds that wrote it. How long it holds cannot be relied on.`,
    };
  if (lastHash === null || lastHash === (records.at(-1)?.hash ?? '')) return { state: 'unbroken' };
  const since = records.findIndex(({ hash }) => hash === lastHash) + 1;
  if (since > 0) return { state: 'went-on', since };
  return { state: 'cut', words: 'The hash that was once its last is not in it: entries were cut off at its end, or all of it was written anew.' };
}
