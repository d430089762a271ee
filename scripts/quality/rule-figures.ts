import type { Moment } from '../../src/model/moment.ts';
import type { RegisteredRule } from '../../src/moments/rule/registered-rule.ts';
import type { Alarm } from './background.ts';
import type { Hits, LabelsByFile } from './gold.ts';
import { isOnLines, type InjectedResult } from './injected.ts';
import { addShares } from './places.ts';
import type { Share } from './share.ts';
import { countRules } from './hold-out.ts';
import { stageRules, type RuleEvidence, type RuleStanding } from './stage-rules.ts';

/** One rule's entry of measured.json. Right and of: in the gold sessions. */
export interface RuleFigures extends Share, RuleStanding {
  /** Places of gold that carry its kind. */
  readonly ofKind: number;
  /** In all sessions that readers judged, gold among them. */
  readonly read: Share;
  /** Findings in diffs with one injected defect, and how many of them were that defect. */
  readonly diffs?: Share;
  /** Findings in ordinary commits. */
  readonly alarms?: number;
}

export interface Measurement {
  readonly rules: readonly RegisteredRule[];
  /** Of every rule, those held back by default too: one held back for what was measured would otherwise never come back. */
  readonly hits: Hits<Moment>;
  readonly labelsByFile: LabelsByFile;
  /** Places judged elsewhere, by rule. */
  readonly elsewhere: readonly Readonly<Record<string, Share>>[];
  readonly injected: readonly InjectedResult[];
  readonly alarms: readonly Alarm[];
}

const NONE: Share = { right: 0, of: 0 };

/** What was measured of each rule, by its id. */
export function toRuleFigures({ rules, hits, labelsByFile, elsewhere, injected, alarms }: Measurement): Record<string, RuleFigures> {
  const labels = [...labelsByFile.values()].flat();
  const gold = countRules(hits);
  const read = addShares([gold, ...elsewhere]);
  const diffs = countDiffs(injected);
  const alarmsById = Map.groupBy(alarms, ({ rule }) => rule);
  const countAlarms = (id: string): number => alarmsById.get(id)?.length ?? 0;
  const toEvidence = (id: string): RuleEvidence => {
    const inDiffs = diffs[id] ?? NONE;
    return { read: read[id] ?? NONE, diffs: { right: inDiffs.right, of: inDiffs.of + countAlarms(id) } };
  };
  const standings = stageRules(rules, Object.fromEntries(rules.map(({ rule: { meta } }) => [meta.id, toEvidence(meta.id)])));
  const entries = rules.map(({ rule: { meta } }): [string, RuleFigures] => [
    meta.id,
    {
      ...(gold[meta.id] ?? NONE),
      ofKind: labels.filter(({ kinds }) => kinds.has(meta.kind)).length,
      read: read[meta.id] ?? NONE,
      ...(diffs[meta.id] || countAlarms(meta.id) > 0 ? { diffs: diffs[meta.id] ?? NONE, alarms: countAlarms(meta.id) } : {}),
      ...(standings[meta.id] as RuleStanding),
    },
  ]);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function countDiffs(injected: readonly InjectedResult[]): Record<string, Share> {
  const all = injected.flatMap(({ row, findings }) => findings.map((finding) => ({ row, finding })));
  const byRule = Map.groupBy(all, ({ finding }) => finding.rule);
  return Object.fromEntries(
    [...byRule].map(([rule, own]) => [
      rule,
      { right: own.filter(({ row, finding }) => finding.kind === row.moment_kind && isOnLines(finding, row)).length, of: own.length },
    ]),
  );
}
