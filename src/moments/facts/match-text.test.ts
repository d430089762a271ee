import { expect, it } from 'vitest';
import { isWide, toMatchText } from './match-text.ts';

const matchText = (text: string): string => toMatchText(text, isWide(text));

it('makes quotes and dashes plain, and takes other symbols out', () => {
  expect(matchText('✅ Done—it’s “fixed”…')).toBe('done - it\'s "fixed"...');
});

it('leaves plain text as it is, in lower case', () => {
  expect(matchText("It's Done, naïvely.")).toBe("it's done, naïvely.");
});
