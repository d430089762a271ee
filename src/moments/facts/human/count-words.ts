const WORDS = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
/** Writing without spaces: a word is about two signs long. */
const SIGNS_PER_WORD = 2;

export const countWords = (text: string): number => (text.match(WORDS)?.length ?? 0) + Math.ceil((text.match(UNSPACED)?.length ?? 0) / SIGNS_PER_WORD);
