/** Which drills are held out for which month of the person's year, in one repository. */
import { DRILL_FORMS, type DrillForm } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { KeptDrill } from '../../journal/drills-table.ts';
import { addMonths, findDueForm, listFormWindows, type FormWindow } from '../../learning/drills/form-calendar.ts';
import {
  FEWEST_OF_FORM,
  FULL_FORM,
  joinByPlace,
  makeUpForms,
  measureForms,
  type FormDrill,
  type HeldForm,
  type MadeForms,
} from '../../learning/drills/make-up-forms.ts';
import { toFamily } from '../../learning/drills/operators.ts';
import type { App } from '../app.ts';

const YEAR_START = 'drills.year-start';

export interface DrillForms {
  readonly yearStart: string | null;
  readonly windows: readonly FormWindow[];
  readonly due: FormWindow | null;
  /** Made up for the year: nothing changes them any more. Before that they are as they would be made up today. */
  readonly areFixed: boolean;
  readonly made: Pick<MadeForms, 'size' | 'alike' | 'familyDifference' | 'bandDifference'>;
  /** Why they say little; null where they are large enough. */
  readonly tooSmall: string | null;
  readonly formById: ReadonlyMap<string, DrillForm>;
}

const toDay = (at: Date): string => at.toISOString().slice(0, 10);

export function readYearStart({ journal }: App): string | null {
  const kept = journal.settings.get(YEAR_START);
  return typeof kept === 'string' ? kept : null;
}

/** A later day within the year moves what is left of it, as a pause does; one that comes a year later begins a new year with new forms. */
export function setYearStart(app: App, day: string): Result<null, Problem> {
  if (!isDay(day)) return failed(problem('wrong-usage', `${day} is no day.`, { next: 'Write it as 2026-09-01.' }));
  const known = readYearStart(app);
  return app.journal.write(() => {
    if (known !== null && day >= addMonths(known, 12)) app.journal.drills.clearForms();
    app.journal.settings.set(YEAR_START, day);
    return null;
  });
}

const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && toDay(new Date(day)) === day;

export function readForms(app: App, root: string, drills: readonly KeptDrill[]): DrillForms {
  const yearStart = readYearStart(app);
  const fixed = app.journal.drills.listForms(root);
  const made = makeUpForms(drills.map(toFormDrill));
  const areFixed = fixed.size > 0;
  const formById = areFixed ? fixed : made.formById;
  const size = formById.size / DRILL_FORMS.length;
  return {
    yearStart,
    windows: yearStart === null ? [] : listFormWindows(yearStart),
    due: yearStart === null ? null : findDueForm(yearStart, toDay(app.clock())),
    areFixed,
    made: areFixed ? measureForms(drills.map(toFormDrill), fixed) : made,
    tooSmall: describeSmall(size, drills.length, areFixed),
    formById,
  };
}

function describeSmall(size: number, drills: number, areFixed: boolean): string | null {
  if (size >= FULL_FORM) return null;
  const enough = size >= FEWEST_OF_FORM ? '' : ' So few say next to nothing.';
  const known = `${drills} ${drills === 1 ? 'drill is' : 'drills are'} known, and ${2 * DRILL_FORMS.length * FULL_FORM} are needed for that.`;
  return `A full form would hold ${FULL_FORM}, not ${size}.${enough} ${areFixed ? 'These were made up when the first was drawn, and stay for this year.' : known}`;
}

const toFormDrill = ({ id, kind, about, difficulty, grounds, drawnAt }: KeptDrill): FormDrill => ({
  id,
  kind,
  family: toFamily(kind, about),
  difficulty,
  grounds,
  isSeen: drawnAt !== null,
});

/** Drills to practise with: none that a form holds, and none about the same place as one that is still to come. */
export function listForPractice(drills: readonly KeptDrill[], { formById }: DrillForms): KeptDrill[] {
  const isToCome = (one: KeptDrill): boolean => formById.has(one.id) && one.drawnAt === null;
  const free = joinByPlace(drills).filter((joined) => !joined.some(isToCome));
  return free.flat().filter(({ drawnAt }) => drawnAt === null);
}

export const findForPractice = (drills: readonly KeptDrill[], forms: DrillForms): KeptDrill | null => listForPractice(drills, forms).toSorted(byId)[0] ?? null;

/** The next drill of a form that is due. The first time the forms of the whole year are fixed. */
export function findForForm(
  app: App,
  root: string,
  drills: readonly KeptDrill[],
  asked: HeldForm | 'due',
): Result<{ drill: KeptDrill; form: HeldForm }, Problem> {
  const forms = readForms(app, root, drills);
  if (forms.yearStart === null)
    return failed(problem('conflict', 'It is not known when your year began.', { next: 'Say it once: rounds drill --year-start 2026-09-01' }));
  const form = asked === 'due' ? forms.due?.form : asked;
  const window = forms.windows.find((one) => one.form === form);
  if (form === undefined || window === undefined) return failed(problem('conflict', 'No form is due: your year is not begun, or over.'));
  const day = toDay(app.clock());
  if (day < window.from)
    return failed(problem('conflict', `Form ${form} is for ${window.from} and later.`, { why: 'A form seen too early measures nothing later.' }));
  if (day >= window.until) return failed(problem('conflict', `Form ${form} was for the time before ${window.until}, and is past.`));
  if (forms.made.size === 0)
    return failed(problem('not-found', 'There are too few drills for forms.', { why: forms.tooSmall ?? '', next: 'rounds drill --mine looks for more.' }));
  if (!forms.areFixed) {
    // Another process may have fixed them meanwhile, and then they are as it did.
    app.journal.transaction(() => app.journal.drills.listForms(root).size === 0 && app.journal.drills.saveForms(root, forms.formById));
    return findForForm(app, root, drills, form);
  }
  const drill = drills.filter((one) => one.drawnAt === null && forms.formById.get(one.id) === form).toSorted(byId)[0];
  return drill ? ok({ drill, form }) : failed(problem('not-found', `You have seen all ${forms.made.size} drills of form ${form}.`));
}

const byId = (a: KeptDrill, b: KeptDrill): number => (a.id < b.id ? -1 : 1);
