/** A cohort's content as a flat list of fields, so that a form, a preview and a history all speak of the same places. */
import type { Misconception } from '../misconception.ts';
import type { ProgrammeContent } from './programme-content.ts';

/** `entry/field`: "E5/name", "E5/3", "T1/belief", "signOff/cases", "survey/items". */
export type FieldKey = `${string}/${string}`;
export type ContentFields = Readonly<Record<FieldKey, string>>;

export const BELIEF_FIELDS = ['belief', 'severity', 'refutation', 'transferCase'] as const;
export const SIGN_OFF_FIELDS = ['cases', 'contexts', 'raters', 'agentErrorsCaught', 'evidenceMonths', 'validMonths'] as const;
export const LEVEL_FIELDS = ['1', '2', '3', '4', '5'] as const;

/** What a form has no field for, as one: signs with their ratios, concepts and activities. */
const toRest = ({ concepts, activities, indicators, counterIndicators }: Misconception): string =>
  JSON.stringify({ concepts, activities, indicators, counterIndicators });

export function toContentFields({ signOff, names, levels, misconceptions, surveyItems }: ProgrammeContent): ContentFields {
  const fields: [FieldKey, string][] = [
    ...SIGN_OFF_FIELDS.map((field): [FieldKey, string] => [`signOff/${field}`, String(signOff[field])]),
    ...Object.entries(names).map(([activity, name]): [FieldKey, string] => [`${activity}/name`, name]),
    ...Object.entries(levels).flatMap(([activity, texts]) => Object.entries(texts).map(([level, text]): [FieldKey, string] => [`${activity}/${level}`, text])),
    ...misconceptions.flatMap((entry): [FieldKey, string][] => [
      ...BELIEF_FIELDS.map((field): [FieldKey, string] => [`${entry.id}/${field}`, entry[field]]),
      [`${entry.id}/rest`, toRest(entry)],
    ]),
    ['survey/items', surveyItems.map(({ id, words }) => `${id}: ${words}`).join('\n')],
  ];
  return Object.fromEntries(fields);
}

export interface FieldChange {
  readonly key: FieldKey;
  /** Null where the place is new, or gone. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Every place in which the two differ, in the order of the content. */
export function listFieldChanges(before: ContentFields, after: ContentFields): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as FieldKey[];
  return keys.flatMap((key) => (before[key] === after[key] ? [] : [{ key, before: before[key] ?? null, after: after[key] ?? null }]));
}

export const entryOf = (key: FieldKey): string => key.slice(0, key.indexOf('/'));
export const fieldOf = (key: FieldKey): string => key.slice(key.indexOf('/') + 1);

/** "E5", "T1", "signOff": each once. */
export const listEntries = (changes: readonly Pick<FieldChange, 'key'>[]): string[] => [...new Set(changes.map(({ key }) => entryOf(key)))];
