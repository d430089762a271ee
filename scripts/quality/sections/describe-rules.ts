import { SOUND_KIND } from '../../../src/model/kind.ts';
import type { RegisteredRule } from '../../../src/moments/rule/registered-rule.ts';
import type { RuleFigures } from '../rule-figures.ts';
import { formatShare, toTable } from '../share.ts';

/** Labelled places, in sessions and diffs together, from which a rule may leave the nursery. */
const ENOUGH_PLACES = 20;

type FiguresByRule = Readonly<Record<string, RuleFigures>>;

const countPlaces = (figures: RuleFigures | undefined): number => (figures?.of ?? 0) + (figures?.diffs?.of ?? 0);

export function describeRules(rules: readonly RegisteredRule[], figures: FiguresByRule): string[] {
  const measured = rules.flatMap(({ rule: { meta } }) => {
    const own = figures[meta.id];
    return own ? [{ meta, own }] : [];
  });
  const rows = measured
    .toSorted((a, b) => b.own.of - a.own.of || countPlaces(b.own) - countPlaces(a.own))
    .map(({ meta, own: { right, of, ofKind, diffs, alarms } }) => [
      `[${meta.id}](rules/${meta.id}.md)`,
      meta.stage,
      formatShare({ right, of }),
      formatShare({ right, of: ofKind }),
      diffs ? formatShare(diffs) : '–',
      alarms === undefined ? '–' : String(alarms),
    ]);
  const silent = rules.filter(({ rule: { meta } }) => !figures[meta.id] && meta.kind !== SOUND_KIND).map(({ rule }) => rule.meta.id);
  return [
    ...toTable(['rule', 'stage', 'precision in sessions', 'recall of its kind', 'precision in diffs with a defect', 'alarms in background commits'], rows),
    '',
    silent.length === 0 ? 'Every rule found something.' : `Found nothing on any of them, so not measured (${silent.length}): ${silent.join(', ')}.`,
  ];
}

/** Rules whose stage is not what their labelled places allow: to be told, not written. */
export function listWrongStages(rules: readonly RegisteredRule[], figures: FiguresByRule): string[] {
  return rules.flatMap(({ rule: { meta } }) => {
    const places = countPlaces(figures[meta.id]);
    return (meta.stage === 'stable') === places >= ENOUGH_PLACES ? [] : [`${meta.id} is ${meta.stage} with ${places} labelled places`];
  });
}
