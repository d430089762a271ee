import type { Alarm } from '../background.ts';
import type { InjectedCount } from '../injected.ts';
import { formatShare, toTable } from '../share.ts';

const sumOf = (counts: readonly InjectedCount[], key: 'of' | 'found' | 'onLines' | 'exact' | 'elsewhere'): number =>
  counts.reduce((sum, count) => sum + count[key], 0);

function toRow(family: string, language: string, own: readonly InjectedCount[]): string[] {
  const of = sumOf(own, 'of');
  const [found, onLines, exact] = (['found', 'onLines', 'exact'] as const).map((key) => formatShare({ right: sumOf(own, key), of }));
  return [family, language, found ?? '', onLines ?? '', exact ?? '', String(sumOf(own, 'elsewhere'))];
}

export function describeInjected(counts: readonly InjectedCount[]): string[] {
  return toTable(
    ['family', 'language', 'found: a finding of its kind', 'on its lines', 'begins and ends with it', 'findings elsewhere'],
    [...counts.map((count) => toRow(count.family, count.language, [count])), toRow('**all**', '', counts)],
  );
}

export function describeBackground(alarms: readonly Alarm[], commits: number): string[] {
  const crying = new Set(alarms.map((alarm) => alarm.in)).size;
  const byRule = [...Map.groupBy(alarms, ({ rule }) => rule)].toSorted(([, a], [, b]) => b.length - a.length);
  return [
    `${alarms.length} alarms in ${commits} commits: ${(alarms.length / commits).toFixed(2)} a commit. Commits with any: ${formatShare({ right: crying, of: commits })}.`,
    '',
    ...toTable(
      ['rule', 'alarms', 'a commit'],
      byRule.map(([rule, own]) => [rule, String(own.length), (own.length / commits).toFixed(2)]),
    ),
  ];
}
