import type { Case, Outcome } from '../../model/case.ts';
import type { StrippedCase } from '../../model/team/grand-round.ts';

/** Shorter words are too often words: replacing them would spoil the case and hide nobody. */
const LEAST_NAME_LENGTH = 3;
const SOMEBODY = 'somebody';

/** How people of an organisation are called: their whole name, each part of it, their address and what stands before its @. */
export function listNames(people: readonly { readonly name: string; readonly email: string }[]): string[] {
  const names = people.flatMap(({ name, email }) => [name, ...name.split(/[\s,.]+/), email, email.split('@')[0] ?? '']);
  // The longest first, so that a whole name is not left in half.
  return [...new Set(names.map((name) => name.trim()).filter((name) => name.length >= LEAST_NAME_LENGTH))].sort((a, b) => b.length - a.length);
}

/** The case without people, places and dates: what is left is the decision. `names` as listNames gives them. */
export function stripCase(given: Case, names: readonly string[]): StrippedCase {
  return { ...withoutPeople(withoutTimes(given), names), repository: null, cwd: null, at: null };
}

/** What came later, in the same way. */
export const stripOutcome = (given: Outcome, names: readonly string[]): Outcome => withoutPeople(withoutTimes(given), names);

/** Instants of events say when somebody was at work. */
function withoutTimes<T>(value: T): T {
  return mapFields(value, (field, name) => (name === 'at' && typeof field === 'string' ? null : field)) as T;
}

function withoutPeople<T>(value: T, names: readonly string[]): T {
  if (names.length === 0) return value;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}_])`,
    'giu',
  );
  return mapFields(value, (field) => (typeof field === 'string' ? field.replaceAll(pattern, SOMEBODY) : field)) as T;
}

/** The same shape with every field that is no object or list put through `map`. */
function mapFields(value: unknown, map: (field: unknown, name: string) => unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => mapFields(each, map, name));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, FIXED.has(key) ? field : mapFields(field, map, key)]));
  return map(value, name);
}

/** Words of the vocabulary, not of anybody: a person may be called as an agent is. */
const FIXED: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'thread',
  'agent',
  'moment',
  'session',
  'shape',
  'rule',
  'activities',
  'type',
  'change',
  'callId',
  'outcome',
]);
