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
    // An error alone says nothing about which call it came from.
    const index = subject === '' || /^err(?:or)?$/.test(subject) ? -1 : after.findIndex(({ captures }) => squeeze(captures.subject ?? '') === subject);
    return index < 0 ? [] : [{ before, after: after.splice(index, 1)[0] as CodeMatch }];
  });
}

/** Fewer outcomes would fail it now. Where nothing had to be there and something has to be now, another behaviour is stated. */
export const isWeaker = ({ before, after }: AssertionPair): boolean =>
  strengthOf(after.captures) < strengthOf(before.captures) && !isAbsence(before.captures, after.captures) && !isTurnedAround(before.captures, after.captures);

const HOLDS = /Contain|assert(?:Not)?In$|^in$|^not in$|Match|StartsWith|startsWith|endsWith|include/i;
const toWords = (expected = ''): string => expected.trim().replaceAll(/^["'`/]|["'`/][a-z]*$/g, '');

/** What must be held is shorter now, or what must not be held is longer: more outputs pass. */
export function isNarrowed({ before, after }: AssertionPair): boolean {
  const matcher = before.captures.matcher ?? '';
  if (!HOLDS.test(matcher) || matcher !== after.captures.matcher) return false;
  const [old, now] = [toWords(before.captures.expected), toWords(after.captures.expected)];
  if (old === now || old === '' || now === '') return false;
  return /\bnot\b|Not/.test(matcher) ? now.includes(old) : old.includes(now);
}

/** `toBeDefined` takes null too: there it only asks for less. */
const isAbsence = ({ matcher = '', expected = '' }: CodeMatch['captures'], after: CodeMatch['captures']): boolean =>
  matcher.endsWith('toBeUndefined') ||
  /^(?:None|nil|undefined)$/.test(expected) ||
  ((matcher.endsWith('toBeNull') || expected === 'null') && after.matcher !== 'toBeDefined');

/** From false to true; `toBeDefined` accepts both. */
const isTurnedAround = (before: CodeMatch['captures'], after: CodeMatch['captures']): boolean =>
  ((before.matcher ?? '').endsWith('toBeFalsy') || /^(?:False|false)$/.test(before.expected ?? '')) && after.matcher !== 'toBeDefined';
