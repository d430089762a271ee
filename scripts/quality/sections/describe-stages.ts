import type { Places } from '../places.ts';
import type { RuleFigures } from '../rule-figures.ts';
import { FIGURES, type Score } from '../score.ts';
import { formatShare, toTable } from '../share.ts';

interface Staged {
  readonly figures: Readonly<Record<string, RuleFigures>>;
  readonly score: Score;
  /** Printing stable rules only. */
  readonly strictScore: Score;
  readonly elsewhere: readonly Places[];
}

export function describeStages({ figures, score, strictScore, elsewhere }: Staged): string[] {
  const all = Object.values(figures);
  const byFamily = [...Map.groupBy(all, ({ family }) => family)].toSorted(([, a], [, b]) => (b[0]?.familyRead.of ?? 0) - (a[0]?.familyRead.of ?? 0));
  const families = byFamily.map(([family, own]) => [
    family,
    formatShare(own[0]?.familyRead ?? { right: 0, of: 0 }),
    String(own.length),
    String(own.filter(({ stage }) => stage === 'stable').length),
    String(own.filter(({ stage, shown }) => shown && stage === 'nursery').length),
    String(own.filter(({ shown }) => !shown).length),
  ]);
  const sets = elsewhere.map(({ title, method, byRule }) => {
    const shares = Object.values(byRule);
    return [title, formatShare({ right: shares.reduce((sum, { right }) => sum + right, 0), of: shares.reduce((sum, { of }) => sum + of, 0) }), method];
  });
  return [
    'A rule is stable from 20 judged places of its own of which 55 % are right; below that it is in the nursery, and printed by default only where its family has 20 and the lower bound of its precision, shrunk towards the family, reaches .45 ([decision 12](decisions/0012-a-stage-is-measured.md)). The others print with `--all`.',
    '',
    ...toTable(['family', 'judged in sessions', 'rules', 'stable', 'nursery, printed', 'held back'], families),
    '',
    'What would be printed on the gold sessions if only stable rules were:',
    '',
    ...toTable(['policy', 'moments', ...FIGURES], [toRow('as chosen', score), toRow('only rules with 20 places of their own', strictScore)]),
    '',
    'Judged beside gold, by readers who did not know the rules; what is committed are counts by rule:',
    '',
    ...toTable(['set', 'right', 'how'], sets),
  ];
}

const toRow = (name: string, one: Score): string[] => [name, String(one.moments), ...FIGURES.map((figure) => one[figure]?.toFixed(2).replace(/^0/, '') ?? '–')];
