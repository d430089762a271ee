const BREAK = /(?<=[.!?:])\s+|\n+/;

/** The first sentence or line of a text that fits, without list and emphasis marks. */
export function findSentence(text: string, fits: (sentence: string) => boolean): string | undefined {
  return text
    .split(BREAK)
    .map((sentence) => sentence.replaceAll('**', '').replace(/^[\s#>*-]+/, '').trim())
    .find(fits);
}
