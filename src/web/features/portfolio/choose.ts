import type { Portfolio, PortfolioChoice, PortfolioMaterial } from '../../../model/portfolio.ts';

export const NOTHING: PortfolioChoice = { name: '', about: '', year: false, calibration: false, activities: [], signedLevels: [], lessons: [], beliefs: [] };

/** With one more, or without it. */
export const toggle = <Id extends string>(ticked: readonly Id[], id: Id): Id[] => (ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);

/** Activities with anything behind them: an empty one shows nothing. */
export const listPractised = ({ activities }: PortfolioMaterial): PortfolioMaterial['activities'] =>
  activities.filter(({ rounds, ratings, evidence }) => rounds.length + ratings.length + evidence.length > 0);

/** A name for the file that every system takes. */
export function nameFile({ name, madeAt }: Portfolio, ending: 'html' | 'json'): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return `portfolio-${plain === '' ? '' : `${plain}-`}${madeAt.slice(0, 10)}.${ending}`;
}
