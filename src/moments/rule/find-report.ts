import type { Message } from '../facts/facts.ts';
import { discloses } from '../facts/speech/discloses.ts';
import { listSentences } from './find-sentence.ts';

/** How a report begins, whatever it then tells. */
const OPENS_REPORT =
  /^\W*(?:(?:perfect|great|excellent|ok(?:ay)?)\W+)?(?:all|everything|both|done|fixed|implemented|completed?|finished|updated)\b|\b(?:summary|here['’]s what|what (?:was|i|has) (?:changed|done|built|implemented|added)|(?:have|has) been (?:\w+ly )?(?:updated|changed|added|implemented|made))\b/i;
const OPENING = 200;

/** The sentence by which a turn's last message reports the work as done, where the message names no limit of what was seen. */
export function findReport({ text, final }: Message): string | undefined {
  // What ends in a colon announces the next step, which then never came.
  if (!final || text.trimEnd().endsWith(':') || !OPENS_REPORT.test(text.slice(0, OPENING)) || discloses(text)) return undefined;
  return listSentences(text)[0];
}
