/** Words, names and numbers of a text in lower case, without what surrounds them. */
export function listWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}_$#@][\p{L}\p{N}_$#@./:'-]*/gu) ?? []).map((word) => word.replace(/[./:'-]+$/, ''));
}

/** A word without its commonest English endings, so that `weakened` and `weakens` are one. */
export const toStem = (word: string): string => (word.length > 5 ? word.replace(/(?:ing|ed|es|ly|s|e)$/, '') : word);
