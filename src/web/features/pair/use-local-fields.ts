import { forgetLocalText, useLocalText } from '../prove/use-local-text.ts';

/** Fields of a form while they are written: in this browser and nowhere else, until they are handed in. */
export function useLocalFields<Name extends string>(key: string, initial: Readonly<Record<Name, string>>) {
  const [text, setText] = useLocalText(key, JSON.stringify(initial));
  const fields = { ...initial, ...toFields(text) };
  return {
    fields,
    change: (name: Name, words: string): void => setText(JSON.stringify({ ...fields, [name]: words })),
    forget: (): void => forgetLocalText(key),
  };
}

/** Somebody may have written other things there. */
function toFields(text: string): Record<string, string> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed).filter(([, words]) => typeof words === 'string')) : {};
  } catch {
    return {};
  }
}
