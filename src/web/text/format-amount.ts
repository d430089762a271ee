/** Amounts in words and figures. */
const figures = new Intl.NumberFormat('en-GB');
const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

export const formatNumber = (value: number): string => figures.format(value);

/** "one edit", "4 edits": `plural` is for words that do not just take an s. */
export const formatCount = (value: number, one: string, plural = `${one}s`): string => `${formatNumber(value)} ${value === 1 ? one : plural}`;

/** Small numbers as words, as prose wants them; others as figures. */
export const toNumberWord = (value: number): string => WORDS[value] ?? formatNumber(value);

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "under 0.1 s", "0.4 s", "2.1 s", "3 min 20 s", "2 h 5 min". */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 59.95) return seconds < 0.05 && ms > 0 ? 'under 0.1 s' : `${ms === 0 ? '0' : seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return [`${Math.floor(whole / 60)} min`, whole % 60 > 0 ? `${whole % 60} s` : ''].filter(Boolean).join(' ');
  const minutes = Math.round(whole / 60);
  return [`${Math.floor(minutes / 60)} h`, minutes % 60 > 0 ? `${minutes % 60} min` : ''].filter(Boolean).join(' ');
}

/** "812 B", "4.6 kB", "12 MB": decimal units, as disks are sold. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 9.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** "a, b and c". */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
