import { wilsonInterval } from './wilson.ts';

/** `right` out of `of`. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export const percent = (part: number): string => `${Math.round(part * 100)} %`;

/** "24 of 29, 83 % (65–92)": the interval is Wilson's at 95 %, in per cent. */
export function formatShare({ right, of }: Share): string {
  if (of === 0) return '–';
  const [low, high] = wilsonInterval(right, of).map((bound) => Math.round(bound * 100));
  return `${right} of ${of}, ${percent(right / of)} (${low}–${high})`;
}

export function toTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
