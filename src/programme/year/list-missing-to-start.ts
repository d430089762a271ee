import type { Programme } from '../../model/programme.ts';

/** How people are called in sentences; by their ids where nothing better is given. */
export type NameOf = (person: string) => string;

/** What is not yet in writing, as sentences; a year with anything missing cannot start. */
export function listMissingToStart(
  { plan, preceptee, preceptor, lead }: Pick<Programme, 'plan' | 'preceptee' | 'preceptor' | 'lead'>,
  nameOf: NameOf = (person) => person,
): string[] {
  const silent = [...new Set([preceptee, preceptor, lead])].filter((person) => !plan.agreedBy.includes(person));
  return [
    ...(plan.goal === '' ? ['Write down the goal of the year.'] : []),
    ...(plan.owner === '' ? ['Name who answers for the programme.'] : []),
    ...(isAddress(plan.policyUrl) ? [] : ['Publish what is recorded and who sees it, and link it.']),
    ...(plan.protectedHoursAWeek > 0 ? [] : ['Set protected hours a week.']),
    ...(silent.length > 0 ? [`Protected time is not agreed by ${silent.map(nameOf).join(', ')}.`] : []),
    ...(plan.firstMeetingAt === null ? ['Set the first meeting, in the first week.'] : []),
    ...(preceptee === preceptor ? ['The two are one person.'] : []),
  ];
}

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
