import { cutQuote } from './place-candidate.ts';

const MOST = 60;

/** The title of a moment: the rule's words with the candidate's values put in as plain text. */
export function fillTitle(title: string, params: Readonly<Record<string, string>>): string {
  return title.replaceAll(/\{(\w+)\}/g, (_, key: string) => cutQuote(params[key] ?? '', MOST));
}
