export const toCount = (count: number, noun: string, plural = `${noun}s`): string => `${toNumber(count)} ${count === 1 ? noun : plural}`;

/** A whole number, in groups of three: `toLocaleString` takes 15 ms the first time, to load all it knows of the world. */
export const toNumber = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** In steps of 1,000, as file managers show it. */
export function toSize(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${SIZES[step]}`;
}

const DAY_MS = 86_400_000;

/** A day as people say it, in the reader's own time. */
export function toDay(at: string | null, now: Date): string {
  if (at === null) return '–';
  const then = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(then)) / DAY_MS);
  if (days === 0) return `today ${then.toTimeString().slice(0, 5)}`;
  if (days === 1) return `yesterday ${then.toTimeString().slice(0, 5)}`;
  return `${then.getFullYear()}-${String(then.getMonth() + 1).padStart(2, '0')}-${String(then.getDate()).padStart(2, '0')}`;
}

const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
