import { expect, test } from 'vitest';
import { rememberByText } from './remember-by-text.ts';

test('the same text is asked about once, whatever the answer', () => {
  const asked: string[] = [];
  const isLong = rememberByText((text) => {
    asked.push(text);
    return text.length > 3 ? true : undefined;
  });
  expect(['long', 'no', 'long', 'no'].map(isLong)).toEqual([true, undefined, true, undefined]);
  expect(asked).toEqual(['long', 'no']);
});
