import { expect, it } from 'vitest';
import { mergeContent } from '../../../app/team/programmes/merge-content.ts';
import { contentOverridesSchema, type ContentOverrides } from '../../../model/team/programme-content.ts';
import { listFieldChanges, toContentFields } from '../../../model/team/content-fields.ts';
import { checkField, listProblems } from './check-field.ts';
import { bringOnto, revertEntry, setField, toDraft, toOverrides } from './content-draft.ts';

const STANDARD = toContentFields(mergeContent(contentOverridesSchema.parse({}), 0));
const draftOf = (changed: object) => {
  const overrides = contentOverridesSchema.parse(changed);
  return toDraft({ overrides, content: mergeContent(overrides, 3) });
};

const OWN: Partial<ContentOverrides> = contentOverridesSchema.parse({
  signOff: { cases: 7 },
  names: { E5: 'Show that it works' },
  levels: { E5: { '3': 'Writes the failing test first.' } },
  misconceptions: [
    { id: 'T1', belief: 'A green run is a proof.', indicators: [{ source: 'distractor', ratio: 2 }] },
    {
      id: 'T40',
      belief: 'A snapshot is a specification.',
      concepts: ['oracle'],
      activities: ['E5'],
      severity: 'minor',
      indicators: [
        { source: 'distractor', sign: 'Took it.', ratio: 2, questionToAsk: 'Why?' },
        { source: 'question', sign: 'Said it.', ratio: 3, questionToAsk: 'Why?' },
      ],
      counterIndicators: [{ source: 'recall', sign: 'Knew it.', ratio: 0.5 }],
      refutation: 'It says what was, not what should be.',
      transferCase: 'A golden file.',
    },
  ],
  surveyItems: [{ id: 'time', words: 'The time was there.' }],
});

it('keeps of what was written only what differs, and what has no field as it was', () => {
  expect(toOverrides(draftOf({}), STANDARD)).toEqual(contentOverridesSchema.parse({}));
  expect(toOverrides(draftOf(OWN), STANDARD)).toEqual(OWN);
  const written = setField(setField(draftOf(OWN), 'E5/name', STANDARD['E5/name'] ?? ''), 'C1/severity', 'minor');
  expect(toOverrides(written, STANDARD)).toMatchObject({ names: {}, misconceptions: [{ id: 'C1', severity: 'minor' }, { id: 'T1' }, { id: 'T40' }] });
});

it('goes back to what comes with Rounds for one entry, and takes out one that was added', () => {
  const reverted = revertEntry(revertEntry(revertEntry(draftOf(OWN), 'T1', STANDARD), 'T40', STANDARD), 'survey', STANDARD);
  expect(toOverrides(reverted, STANDARD)).toEqual({ ...OWN, misconceptions: [], surveyItems: null });
  expect(toOverrides(revertEntry(draftOf(OWN), 'E5', STANDARD), STANDARD)).toMatchObject({ names: {}, levels: {}, signOff: { cases: 7 } });
});

it('brings what was written onto what somebody else saved meanwhile, and tells where both changed a field', () => {
  const base = draftOf({});
  const mine = setField(setField(base, 'E5/name', 'Mine'), 'E5/3', 'My text.');
  const latest = draftOf({ names: { E5: 'Theirs', E6: 'Debug well' }, misconceptions: [{ id: 'T1', indicators: [{ source: 'distractor', ratio: 2 }] }] });
  const { draft, clashes } = bringOnto(latest, base, mine);
  expect(clashes).toEqual(['E5/name']);
  expect(toOverrides(draft, STANDARD)).toMatchObject({
    names: { E5: 'Mine', E6: 'Debug well' },
    levels: { E5: { '3': 'My text.' } },
    misconceptions: [{ id: 'T1', indicators: [{ source: 'distractor', ratio: 2 }] }],
  });
  expect(bringOnto(latest, base, base)).toEqual({ draft: latest, clashes: [] });
  expect(listFieldChanges(latest.fields, draft.fields).map(({ key }) => key)).toEqual(['E5/name', 'E5/3']);
});

it('says beside a field what its server would refuse', () => {
  expect(listProblems(STANDARD, STANDARD)).toEqual(new Map());
  expect(checkField('signOff/cases', '4', STANDARD)).toMatch(/Not under 5/);
  expect(checkField('signOff/cases', '51', STANDARD)).toMatch(/At most 50/);
  expect(checkField('signOff/validMonths', '25', STANDARD)).toMatch(/Not over 24/);
  expect(checkField('signOff/raters', '2.5', STANDARD)).toBe('A whole number.');
  expect(checkField('E5/name', ' ', STANDARD)).toBe('Give it a name.');
  expect(checkField('E5/3', 'x'.repeat(601), STANDARD)).toMatch(/At most 600/);
  for (const [key, text] of [
    ['signOff/cases', '4'],
    ['E5/name', ' '],
    ['E5/3', 'x'.repeat(601)],
  ] as const)
    expect(contentOverridesSchema.safeParse(toOverrides(setField(draftOf({}), key, text), STANDARD)).success).toBe(false);
});
