import { formatShare, toTable } from '../share.ts';
import type { RuleFigures } from '../rule-figures.ts';

export function describeRules(figures: Readonly<Record<string, RuleFigures>>): string[] {
  const rows = Object.entries(figures)
    .toSorted(([, a], [, b]) => b.of - a.of || (b.diffs?.of ?? 0) - (a.diffs?.of ?? 0))
    .map(([rule, { right, of, ofKind, diffs, alarms }]) => [
      `[${rule}](rules/${rule}.md)`,
      formatShare({ right, of }),
      formatShare({ right, of: ofKind }),
      diffs ? formatShare(diffs) : '–',
      alarms === undefined ? '–' : String(alarms),
    ]);
  return toTable(['rule', 'precision in sessions', 'recall of its kind', 'precision in diffs with a defect', 'alarms in background commits'], rows);
}
