import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DRILL_FORMS } from '../../model/drill.ts';
import { findDueForm, listFormWindows } from './form-calendar.ts';
import { FULL_FORM, makeUpForms, toBand, type FormDrill } from './make-up-forms.ts';

const drill = fc.record({
  kind: fc.constantFrom('fix', 'part', 'mutation'),
  family: fc.constantFrom('errors', 'guards', 'bounds'),
  difficulty: fc.constantFrom(0.3, 0.45, 0.7),
  grounds: fc.array(
    fc.integer({ min: 0, max: 60 }).map((at) => `src/${at}.ts#f`),
    { minLength: 1, maxLength: 2 },
  ),
  isSeen: fc.boolean(),
});
const pool = fc.array(drill, { maxLength: 120 }).map((all) => all.map((one, at): FormDrill => ({ ...one, id: `d${at}` })));
const stratum = ({ kind, family, difficulty }: FormDrill): string => [kind, family, toBand(difficulty)].join(' ');

const formsOf = (drills: readonly FormDrill[]) => {
  const made = makeUpForms(drills);
  return { made, forms: DRILL_FORMS.map((form) => drills.filter(({ id }) => made.formById.get(id) === form)) };
};
const count = (form: readonly FormDrill[], nameOf: (one: FormDrill) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(form, nameOf)].map(([name, all]) => [name, all.length]).toSorted());

test('no place of the code is in two forms, nothing seen is in one, and one place is in a form once', () => {
  fc.assert(
    fc.property(pool, (drills) => {
      const { forms } = formsOf(drills);
      const places = forms.flatMap((form) => form.flatMap(({ grounds }) => [...new Set(grounds)]));
      expect(new Set(places).size).toBe(places.length);
      const seen = new Set(drills.filter(({ isSeen }) => isSeen).flatMap(({ grounds }) => grounds));
      expect(places.filter((place) => seen.has(place))).toEqual([]);
    }),
  );
});

test('forms are of one size, hold as many of each kind, and half of the drills at most', () => {
  fc.assert(
    fc.property(pool, (drills) => {
      const { made, forms } = formsOf(drills);
      const [first = []] = forms;
      for (const form of forms) {
        expect(form.length).toBe(made.size);
        expect(count(form, ({ kind }) => kind)).toEqual(count(first, ({ kind }) => kind));
      }
      expect(made.formById.size).toBeLessThanOrEqual(drills.length / 2);
      expect(made.size).toBeLessThanOrEqual(FULL_FORM);
    }),
  );
});

test('sets that are alike in everything are used before any other, and then the forms hold the same of everything', () => {
  fc.assert(
    fc.property(pool, (drills) => {
      const { made, forms } = formsOf(drills);
      const [first = []] = forms;
      if (made.alike === made.size) for (const form of forms) expect(count(form, stratum)).toEqual(count(first, stratum));
      else {
        // Whatever could still have made a set of its like was used.
        const held = new Set(drills.filter(({ id }) => made.formById.has(id)).flatMap(({ grounds }) => grounds));
        const linked = (one: FormDrill): boolean => one.isSeen || one.grounds.some((ground) => held.has(ground));
        const lonely = drills.filter((one) => !linked(one) && drills.every((other) => other === one || !other.grounds.some((at) => one.grounds.includes(at))));
        for (const left of Object.values(count(lonely, stratum))) expect(left).toBeLessThan(4);
      }
      if (made.alike === made.size) expect([made.familyDifference, made.bandDifference]).toEqual([0, 0]);
    }),
  );
});

test('what they hold of one family or band never differs by more than the sets that are not alike', () => {
  fc.assert(
    fc.property(pool, (drills) => {
      const { made } = formsOf(drills);
      expect(made.familyDifference).toBeLessThanOrEqual(made.size - made.alike);
      expect(made.bandDifference).toBeLessThanOrEqual(made.size - made.alike);
    }),
  );
});

test('the order in which drills were found changes nothing', () => {
  fc.assert(
    fc.property(pool, fc.nat(), (drills, at) => {
      const turned = [...drills.slice(at % (drills.length + 1)), ...drills.slice(0, at % (drills.length + 1))];
      expect([...makeUpForms(turned).formById].toSorted()).toEqual([...makeUpForms(drills).formById].toSorted());
    }),
  );
});

test('eight of a kind for each form need sixty-four drills', () => {
  const alike = Array.from({ length: 64 }, (_, at): FormDrill => ({
    id: String(at),
    kind: 'fix',
    family: 'history',
    difficulty: 0.3,
    grounds: [String(at)],
    isSeen: false,
  }));
  expect(makeUpForms(alike)).toMatchObject({ size: 8, alike: 8 });
  expect(makeUpForms(alike.slice(0, 40))).toMatchObject({ size: 5 });
  expect(makeUpForms(alike.slice(0, 7))).toMatchObject({ size: 0 });
});

const due = (day: string) => findDueForm('2026-11-30', day)?.form ?? null;

test('a form is due from its month until the next one’s', () => {
  expect(listFormWindows('2026-11-30')).toEqual([
    { form: '0', from: '2026-11-30', until: '2027-02-28' },
    { form: '3', from: '2027-02-28', until: '2027-05-30' },
    { form: '6', from: '2027-05-30', until: '2027-11-30' },
    { form: '12', from: '2027-11-30', until: '2028-05-30' },
  ]);
  expect(['2026-11-29', '2026-11-30', '2027-02-27', '2027-02-28', '2027-11-29', '2028-05-29', '2028-05-30'].map(due)).toEqual([
    null,
    '0',
    '0',
    '3',
    '6',
    '12',
    null,
  ]);
});
