import { LEVEL_NAMES, LEVELS } from '../../../model/entrustment-levels.ts';
import { entryOf, fieldOf, type ContentFields, type FieldKey } from '../../../model/team/content-fields.ts';

const RULE_LABELS: Readonly<Record<string, string>> = {
  cases: 'Cases observed, at least',
  contexts: 'Contexts, at least',
  raters: 'Raters, at least',
  agentErrorsCaught: 'Errors of an agent caught, at least',
  evidenceMonths: 'Evidence counts for so many months',
  validMonths: 'A sign-off holds so many months',
};

const BELIEF_LABELS: Readonly<Record<string, string>> = {
  name: 'Name',
  belief: 'The belief',
  severity: 'How grave it is',
  refutation: 'What takes it away',
  transferCase: 'Another case of it',
  rest: 'Its signs and what they weigh',
  items: 'Its statements',
};

/** "Level 3, Checked first". */
export function nameField(key: FieldKey): string {
  const field = fieldOf(key);
  const level = LEVELS.find((one) => String(one) === field);
  if (level !== undefined) return `Level ${level}, ${LEVEL_NAMES[level]}`;
  return RULE_LABELS[field] ?? BELIEF_LABELS[field] ?? field;
}

/** "E5 Prove it works". */
export function nameEntry(entry: string, fields: ContentFields): string {
  if (entry === 'signOff') return 'Sign-off';
  if (entry === 'survey') return 'Survey';
  const name = fields[`${entry}/name`] ?? fields[`${entry}/belief`];
  return name === undefined ? entry : `${entry} ${name}`;
}

export const namePlace = (key: FieldKey, fields: ContentFields): string => `${nameEntry(entryOf(key), fields)}: ${nameField(key)}`;
