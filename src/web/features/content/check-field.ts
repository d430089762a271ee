import { entryOf, fieldOf, type ContentFields, type FieldKey } from '../../../model/team/content-fields.ts';
import { MOST_NAME_CHARACTERS, MOST_TEXT_CHARACTERS, SIGN_OFF_MOST } from '../../../model/team/content-limits.ts';

/** Of the texts of a belief, which may be long. */
const MOST_BELIEF_CHARACTERS = 2000;

/** What does not fit in one field, as its server would say it; null where it fits. */
export function checkField(key: FieldKey, text: string, standard: ContentFields): string | null {
  const field = fieldOf(key);
  if (entryOf(key) === 'signOff') return checkNumber(field, text, Number(standard[key]));
  if (text.trim() === '') return field === 'name' ? 'Give it a name.' : 'Say it in words.';
  const most = field === 'name' ? MOST_NAME_CHARACTERS : /^\d$/.test(field) ? MOST_TEXT_CHARACTERS : MOST_BELIEF_CHARACTERS;
  return field !== 'rest' && text.trim().length > most ? `At most ${most} characters; these are ${text.trim().length}.` : null;
}

/** A sign-off may ask for more, never for less: counts go up from what comes with Rounds, months go down. */
function checkNumber(field: string, text: string, standard: number): string | null {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value)) return 'A whole number.';
  const most = SIGN_OFF_MOST[field as keyof typeof SIGN_OFF_MOST];
  if (most === undefined) return value < 1 ? 'At least 1.' : value > standard ? `Not over ${standard}: a programme may ask for more, never for less.` : null;
  if (value < standard) return `Not under ${standard}: a programme may ask for more, never for less.`;
  return value > most ? `At most ${most}.` : null;
}

/** Every field that does not fit. */
export function listProblems(fields: ContentFields, standard: ContentFields): ReadonlyMap<FieldKey, string> {
  const keys = Object.keys(fields) as FieldKey[];
  return new Map(
    keys.flatMap((key) => {
      const found = key === 'survey/items' ? null : checkField(key, fields[key] ?? '', standard);
      return found === null ? [] : [[key, found] as const];
    }),
  );
}
