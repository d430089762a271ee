const BREAK = /(?<=[.!?:])\s+|\n+/;

/** Sentences and lines of a text, without list and emphasis marks. */
export function listSentences(text: string): string[] {
  return text
    .split(BREAK)
    .map((sentence) =>
      sentence
        .replaceAll('**', '')
        .replace(/^[\s#>*-]+/, '')
        .trim(),
    )
    .filter(Boolean);
}

/** The first sentence or line that fits. */
export const findSentence = (text: string, fits: (sentence: string) => boolean): string | undefined => listSentences(text).find(fits);
