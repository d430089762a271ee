import type { PortfolioMaterial } from '../../model/portfolio.ts';
import type { Terminal } from '../terminal.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine } from '../text/to-plain.ts';

/** What there is to tick, and how it is named in a command. */
export function formatMaterial(
  { year, activities, signedLevels, calibration, lessons, beliefs }: PortfolioMaterial,
  { style }: Pick<Terminal, 'style'>,
): string[] {
  const closed = year.rounds.reduce((sum, { rounds }) => sum + rounds, 0);
  const practised = activities.filter(({ rounds, ratings }) => rounds.length + ratings.length > 0);
  const heading = (text: string, how: string): string => `${style('bold', text)}  ${style('dim', how)}`;
  const none = '  none yet';
  return [
    heading('The year', '--with year'),
    `  ${toCount(closed, 'closed round')}, ${toCount(year.projects.length, 'project')}, ${toCount(year.checkIns.length, 'meeting')}`,
    heading('Activities', '--with activities, or --activity ID'),
    ...(practised.length === 0 ? [none] : practised.map(({ activity, name, rounds }) => `  ${activity.padEnd(3)} ${name}: ${toCount(rounds.length, 'round')}`)),
    heading('Signed off', '--with levels'),
    ...(signedLevels.length === 0
      ? [none]
      : signedLevels.map(
          ({ activity, level, signer, expiresAt }) => `  ${activity.padEnd(3)} level ${level}, ${toPlainLine(signer)}, until ${expiresAt.slice(0, 10)}`,
        )),
    heading('Calibration', '--with calibration'),
    `  ${toCount(calibration.n, 'settled statement')}`,
    heading('Rules kept', '--with lessons, or --lesson ID'),
    ...(lessons.length === 0 ? [none] : lessons.map(({ id, rule }) => `  ${style('cyan', id.slice(0, 8))} ${toPlainLine(rule)}`)),
    heading('Beliefs looked at', '--belief ID, one by one'),
    ...(beliefs.length === 0 ? [none] : beliefs.map(({ id, belief, state }) => `  ${style('cyan', id)} ${belief} (${state})`)),
  ];
}
