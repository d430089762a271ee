import type { CalendarTime } from './read-event.ts';

/** Words with which people name such meetings, whoever they are with. */
const TITLE = /\b(?:rounds|preceptor(?:ship)?|pairing|pair programming|mentor(?:ing)?|check-?in|1[:-]1|one[- ]on[- ]one)\b/i;

export interface Partner {
  readonly name: string;
  readonly email: string | null;
}

/**
 * Whether an entry looks like time of the pair: the other is invited or named in its title, or it is called as such meetings are.
 * Only an offer: which of them were protected time the two say.
 */
export function isLikely({ title, people }: CalendarTime, { name, email }: Partner): boolean {
  const [full, words] = [
    name.toLowerCase(),
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2),
  ];
  const invited = people.some((who) => (email !== null && who.toLowerCase() === email.toLowerCase()) || who.toLowerCase() === full);
  const titleWords = new Set(title.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return invited || words.some((word) => titleWords.has(word)) || TITLE.test(title);
}
