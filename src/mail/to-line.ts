const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Marks that make text run the other way: an address could be made to look like another. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text that people wrote as one line, whatever they put into it: nothing in it can begin a header, or look like another line. */
export const toLine = (text: string): string => text.replaceAll(CONTROLS, ' ').replaceAll(DIRECTIONS, '').trim();
