/** Rule after rule asks the same of the same messages. Only so much is kept: those of the session at hand. */
const MOST_KEPT_CHARS = 500_000;

/** The function, answering from memory what it was asked of the same text before. */
export function rememberByText<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  let keptChars = 0;
  return (text) => {
    if (answers.has(text)) return answers.get(text) as T;
    const found = answer(text);
    if (keptChars > MOST_KEPT_CHARS) {
      answers.clear();
      keptChars = 0;
    }
    answers.set(text, found);
    keptChars += text.length;
    return found;
  };
}
