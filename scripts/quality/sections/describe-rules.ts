import { SOUND_KIND } from '../../../src/model/kind.ts';
import type { RegisteredRule } from '../../../src/moments/rule/registered-rule.ts';
import type { RuleFigures } from '../rule-figures.ts';
import { formatShare, toTable } from '../share.ts';

type FiguresByRule = Readonly<Record<string, RuleFigures>>;

const countPlaces = ({ read, diffs }: RuleFigures): number => read.of + (diffs?.of ?? 0);

export function describeRules(rules: readonly RegisteredRule[], figures: FiguresByRule): string[] {
  const measured = rules.flatMap(({ rule: { meta } }) => {
    const own = figures[meta.id];
    return own && countPlaces(own) + (own.alarms ?? 0) > 0 ? [{ meta, own }] : [];
  });
  const rows = measured
    .toSorted((a, b) => b.own.read.of - a.own.read.of || countPlaces(b.own) - countPlaces(a.own))
    .map(({ meta, own: { right, of, ofKind, read, diffs, alarms, stage, shown } }) => [
      `[${meta.id}](rules/${meta.id}.md)`,
      `${stage}${shown ? '' : ', held back'}`,
      formatShare(read),
      formatShare({ right, of }),
      meta.kind === SOUND_KIND ? '–' : formatShare({ right, of: ofKind }),
      diffs ? formatShare(diffs) : '–',
      alarms === undefined ? '–' : String(alarms),
    ]);
  const names = new Set(measured.map(({ meta }) => meta.id));
  const silent = rules.filter(({ rule: { meta } }) => !names.has(meta.id)).map(({ rule }) => rule.meta.id);
  return [
    ...toTable(
      ['rule', 'stage', 'precision, read', 'of these gold', 'recall of its kind', 'precision in diffs with a defect', 'alarms in background commits'],
      rows,
    ),
    '',
    silent.length === 0
      ? 'Every rule found something.'
      : `Found nothing on any of them, so known by their family only (${silent.length}): ${silent.join(', ')}.`,
  ];
}
