/** A cohort's content while its lead writes it: every field as text, and what has no field as it was brought. */
import type { CohortContent } from '../../../model/api/team/cohort-content.ts';
import {
  BELIEF_FIELDS,
  entryOf,
  fieldOf,
  LEVEL_FIELDS,
  listFieldChanges,
  SIGN_OFF_FIELDS,
  toContentFields,
  type ContentFields,
  type FieldChange,
  type FieldKey,
} from '../../../model/team/content-fields.ts';
import type { ContentOverrides } from '../../../model/team/programme-content.ts';

export interface ContentDraft {
  readonly fields: ContentFields;
  /** Where signs of beliefs and statements of the survey come from, which have no field. */
  readonly carried: ContentOverrides;
}

export const toDraft = ({ content, overrides }: Pick<CohortContent, 'content' | 'overrides'>): ContentDraft => ({
  fields: toContentFields(content),
  carried: overrides,
});

export const setField = (draft: ContentDraft, key: FieldKey, text: string): ContentDraft => ({ ...draft, fields: { ...draft.fields, [key]: text } });

/** One entry as it comes with Rounds; one that the cohort added is taken out. */
export function revertEntry(draft: ContentDraft, entry: string, standard: ContentFields): ContentDraft {
  const others = Object.entries(draft.fields).filter(([key]) => entryOf(key as FieldKey) !== entry);
  const given = Object.entries(standard).filter(([key]) => entryOf(key as FieldKey) === entry);
  return { ...draft, fields: Object.fromEntries([...others, ...given]) };
}

type OwnEntry = ContentOverrides['misconceptions'][number];

/** Only what differs from what comes with Rounds: that is all a cohort keeps. */
export function toOverrides({ fields, carried }: ContentDraft, standard: ContentFields): ContentOverrides {
  const differing = (key: FieldKey): string | undefined => (fields[key] === standard[key] ? undefined : fields[key]?.trim());
  const pick = (entry: string, keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(keys.flatMap((key) => (differing(`${entry}/${key}`) === undefined ? [] : [[key, differing(`${entry}/${key}`) ?? '']])));
  const activities = listOf(standard, 'name');
  const beliefs = [...new Set([...listOf(standard, 'belief'), ...listOf(fields, 'belief')])].filter((id) => fields[`${id}/belief`] !== undefined);
  const given = {
    signOff: Object.fromEntries(Object.entries(pick('signOff', SIGN_OFF_FIELDS)).map(([key, text]) => [key, Number(text)])),
    names: Object.fromEntries(activities.flatMap((id) => (differing(`${id}/name`) === undefined ? [] : [[id, differing(`${id}/name`)]]))),
    levels: Object.fromEntries(activities.map((id) => [id, pick(id, LEVEL_FIELDS)] as const).filter(([, texts]) => Object.keys(texts).length > 0)),
    misconceptions: beliefs.flatMap((id): OwnEntry[] => {
      const carriedEntry = carried.misconceptions.find((one) => one.id === id);
      const rest = fields[`${id}/rest`] === standard[`${id}/rest`] ? {} : takeRest(carriedEntry);
      const own = { ...rest, ...pick(id, BELIEF_FIELDS), id } as OwnEntry;
      return Object.keys(own).length > 1 ? [own] : [];
    }),
    surveyItems: fields['survey/items'] === standard['survey/items'] ? null : carried.surveyItems,
  };
  return given as ContentOverrides;
}

function takeRest(entry: OwnEntry | undefined): Partial<OwnEntry> {
  if (!entry) return {};
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'id' && !(BELIEF_FIELDS as readonly string[]).includes(key)));
}

/** Ids of the entries that have this field, in their order. */
export const listOf = (fields: ContentFields, field: string): string[] =>
  Object.keys(fields).flatMap((key) => (fieldOf(key as FieldKey) === field ? [entryOf(key as FieldKey)] : []));

export interface Merged {
  readonly draft: ContentDraft;
  /** Fields that both changed, each to something else; the draft holds what was written here. */
  readonly clashes: readonly FieldKey[];
}

/** What was written over `base`, over `latest` instead: what somebody else changed meanwhile stays, and where both changed a field it is told. */
export function bringOnto(latest: ContentDraft, base: ContentDraft, draft: ContentDraft): Merged {
  const mine = listFieldChanges(base.fields, draft.fields);
  const theirs = new Set(listFieldChanges(base.fields, latest.fields).map(({ key }) => key));
  const fields: Record<FieldKey, string> = { ...latest.fields };
  for (const { key, after } of mine) {
    if (after === null) delete fields[key];
    else fields[key] = after;
  }
  const rest = new Set(mine.flatMap(({ key }) => (fieldOf(key) === 'rest' ? [entryOf(key)] : [])));
  const isMine = ({ id }: OwnEntry): boolean => rest.has(id);
  return {
    draft: {
      fields,
      carried: {
        ...latest.carried,
        misconceptions: [...latest.carried.misconceptions.filter((entry) => !isMine(entry)), ...draft.carried.misconceptions.filter(isMine)],
        surveyItems: mine.some(({ key }) => key === 'survey/items') ? draft.carried.surveyItems : latest.carried.surveyItems,
      },
    },
    clashes: mine.flatMap(({ key, after }: FieldChange) => (theirs.has(key) && (latest.fields[key] ?? null) !== after ? [key] : [])),
  };
}
