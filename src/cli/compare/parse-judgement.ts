import { InvalidArgumentError } from 'commander';

export const parseRanking = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,>]+/)
    .filter(Boolean);

/** `A=30,B=85` */
export function parsePasses(text: string): Record<string, number> {
  const entries = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part): [string, number] => {
      const [, letter, percent] = /^([A-Za-z])[=:](\d{1,2})%?$/.exec(part) ?? [];
      const number = Number(percent);
      if (letter === undefined || number < 1 || number > 99) throw new InvalidArgumentError('Give each letter its percent from 1 to 99, like A=30,B=85.');
      return [letter.toUpperCase(), number];
    });
  return Object.fromEntries(entries);
}
