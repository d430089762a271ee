/** Assertions of one edit that look at the same thing before and after. */
import type { CodeMatch, EditFact } from '../../../facts/facts.ts';
import { strengthOf } from '../strength-of-assertion.ts';
import { squeeze } from './list-findings.ts';

export interface AssertionPair {
  readonly before: CodeMatch;
  readonly after: CodeMatch;
}

export function pairAssertions(edit: EditFact): AssertionPair[] {
  const of = (side: CodeMatch['side']): CodeMatch[] => edit.matches.filter((match) => match.pattern === 'assertion' && match.side === side);
  const after = of('added');
  return of('removed').flatMap((before) => {
    const subject = squeeze(before.captures.subject ?? '');
    const index = subject === '' ? -1 : after.findIndex(({ captures }) => squeeze(captures.subject ?? '') === subject);
    return index < 0 ? [] : [{ before, after: after.splice(index, 1)[0] as CodeMatch }];
  });
}

/** Fewer outcomes would fail it now. A check that a value is `null` may become any other without being weaker. */
export const isWeaker = ({ before, after }: AssertionPair): boolean => strengthOf(after.captures) < strengthOf(before.captures) && !isAbsence(before);

const isAbsence = ({ captures: { matcher = '', expected = '' } }: CodeMatch): boolean =>
  /toBe(?:Null|Undefined|Falsy)$/.test(matcher) || /^(?:None|null|nil|undefined|False|false)$/.test(expected);
