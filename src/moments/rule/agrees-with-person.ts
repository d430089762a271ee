import type { Admission } from '../facts/facts.ts';

const AGREES = /\b(?:you['’]?re|you are|that['’]?s) (?:\w+ )?(?:right|correct)\b|^(?:good|great|fair) (?:point|idea|question)\b/i;

/** "You're right": the finding is the person's, and what it takes back was said before they spoke. */
export const agreesWithPerson = ({ sentence }: Admission): boolean => AGREES.test(sentence);
