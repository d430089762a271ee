const SENTENCE_END = /(?<=[.!?:])\s+/;
/** Cheap: whether a line may hold more than one sentence. */
const SEVERAL = /[.!?:]\s/;

/** Rule after rule reads the same messages: what one has cut up, the others need not. Only so much is kept, of the session at hand. */
const MOST_KEPT_CHARS = 8_000_000;
const sentencesByText = new Map<string, readonly string[]>();
let keptChars = 0;

/** Sentences and lines of a text, without list and emphasis marks. */
export function listSentences(text: string): readonly string[] {
  const known = sentencesByText.get(text);
  if (known) return known;
  const sentences = text
    .split('\n')
    .flatMap((line) => (SEVERAL.test(line) ? line.split(SENTENCE_END) : [line]))
    .map(withoutMarks)
    .filter(Boolean);
  if (keptChars + text.length > MOST_KEPT_CHARS) {
    sentencesByText.clear();
    keptChars = 0;
  }
  sentencesByText.set(text, sentences);
  keptChars += text.length;
  return sentences;
}

const withoutMarks = (sentence: string): string =>
  sentence
    .replaceAll('**', '')
    .replace(/^[\s#>*-]+/, '')
    .trim();

/** The first sentence or line that fits. */
export const findSentence = (text: string, fits: (sentence: string) => boolean): string | undefined => listSentences(text).find(fits);
