import type { Moment } from '../../src/model/moment.ts';
import type { RegisteredRule } from '../../src/moments/rule/registered-rule.ts';
import type { Alarm } from './background.ts';
import type { Hits, LabelsByFile } from './gold.ts';
import { isOnLines, type InjectedResult } from './injected.ts';
import type { Share } from './share.ts';

/** One rule's entry of measured.json. */
export interface RuleFigures extends Share {
  /** Labelled places that carry its kind. */
  readonly ofKind: number;
  /** Findings in diffs with one injected defect, and how many of them were that defect. */
  readonly diffs?: Share;
  /** Findings in ordinary commits. */
  readonly alarms?: number;
}

interface Measurement {
  readonly rules: readonly RegisteredRule[];
  /** Of every rule, those held back by default too. */
  readonly hits: Hits<Moment>;
  readonly labelsByFile: LabelsByFile;
  readonly injected: readonly InjectedResult[];
  readonly alarms: readonly Alarm[];
}

/** What was measured of each rule, by its id; rules that said nothing anywhere have no entry. */
export function toRuleFigures({ rules, hits, labelsByFile, injected, alarms }: Measurement): Record<string, RuleFigures> {
  const labels = [...labelsByFile.values()].flat();
  const entries = rules.flatMap(({ rule: { meta } }): [string, RuleFigures][] => {
    const said = [...hits].filter(([moment]) => moment.rule === meta.id);
    const inDiffs = injected.flatMap(({ row, findings }) => findings.filter(({ rule }) => rule === meta.id).map((finding) => ({ row, finding })));
    const cried = alarms.filter(({ rule }) => rule === meta.id).length;
    if (said.length + inDiffs.length + cried === 0) return [];
    const right = inDiffs.filter(({ row, finding }) => finding.kind === row.moment_kind && isOnLines(finding, row)).length;
    return [
      [
        meta.id,
        {
          right: said.filter(([, label]) => label !== null).length,
          of: said.length,
          ofKind: labels.filter(({ kinds }) => kinds.has(meta.kind)).length,
          ...(inDiffs.length + cried > 0 ? { diffs: { right, of: inDiffs.length }, alarms: cried } : {}),
        },
      ],
    ];
  });
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
