import type ICAL from 'ical.js';

/** How often a rule can repeat, and which of its parts say which days; what else may stand in a rule belongs to no meeting. */
const DAY_PARTS_BY_FREQUENCY: Readonly<Record<string, { readonly interval: number; readonly parts: readonly string[] }>> = {
  DAILY: { interval: 366, parts: ['BYDAY'] },
  WEEKLY: { interval: 104, parts: ['BYDAY'] },
  MONTHLY: { interval: 60, parts: ['BYDAY', 'BYMONTHDAY', 'BYSETPOS'] },
  YEARLY: { interval: 20, parts: [] },
};
const WEEKDAYS = /^(?:MO|TU|WE|TH|FR|SA|SU)$/;
const NTH_WEEKDAYS = /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/;

/**
 * Whether a rule of repetition is one that meetings have. Of others ical.js never comes to an end: on the 30th of February, every
 * second, every thousand million days.
 */
export function isPlainRule(rule: ICAL.Recur): boolean {
  const allowed = DAY_PARTS_BY_FREQUENCY[rule.freq];
  if (!allowed || !(rule.interval >= 1 && rule.interval <= allowed.interval)) return false;
  const parts = rule.parts as Readonly<Record<string, readonly (string | number)[]>>;
  if (Object.keys(parts).some((part) => !allowed.parts.includes(part))) return false;
  const { BYDAY: days = [], BYMONTHDAY: monthDays = [], BYSETPOS: positions = [] } = parts;
  const isDay = rule.freq === 'MONTHLY' ? NTH_WEEKDAYS : WEEKDAYS;
  return (
    days.length <= 35 &&
    days.every((day) => isDay.test(String(day))) &&
    monthDays.length <= 31 &&
    monthDays.every((day) => Number.isInteger(day) && Math.abs(Number(day)) >= 1 && Math.abs(Number(day)) <= 28) &&
    (days.length === 0 || monthDays.length === 0) &&
    (positions.length === 0 || (days.length > 0 && positions.length <= 5 && positions.every((at) => Math.abs(Number(at)) >= 1 && Math.abs(Number(at)) <= 4)))
  );
}
