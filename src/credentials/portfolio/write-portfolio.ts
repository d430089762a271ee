import type { Portfolio } from '../../model/portfolio.ts';
import { html } from './html.ts';
import { PORTFOLIO_STYLE } from './portfolio-style.ts';
import { writeActivities } from './write-activities.ts';
import { writeCalibration } from './write-calibration.ts';
import { writeBeliefs, writeLessons, writeSignedLevels, writeYear } from './write-sections.ts';

/** One HTML file that needs nothing else: no script, nothing fetched, and a browser is told to fetch nothing. */
export function writePortfolio(portfolio: Portfolio): string {
  const { name, about, year, activities, signedLevels, calibration, lessons, beliefs, madeAt } = portfolio;
  const title = name === '' ? 'Portfolio' : `Portfolio of ${name}`;
  const sections = [
    ...(signedLevels ? [writeSignedLevels(signedLevels, madeAt)] : []),
    ...(activities ? [writeActivities(activities)] : []),
    ...(year ? [writeYear(year)] : []),
    ...(calibration ? [writeCalibration(calibration)] : []),
    ...(lessons ? [writeLessons(lessons)] : []),
    ...(beliefs ? [writeBeliefs(beliefs)] : []),
  ];
  const page = html`<main>
      <h1>${title}</h1>
      ${about === '' ? '' : html`<p class="words">${about}</p>`} ${sections.length === 0 ? html`<p>Nothing was ticked.</p>` : sections}
    </main>
    <footer>
      <p>
        Made by its owner with Rounds on ${madeAt.slice(0, 10)}, of what they chose to show. It is a text that anybody can change: what is signed off is proven
        by a credential alone. Levels, texts and thresholds are a considered proposal, not validated on engineers, and nothing here sums anybody up.
      </p>
    </footer>`;
  const head = html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />
    <meta name="referrer" content="no-referrer" />
    <title>${title}</title>`;
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.markup}\n<style>${PORTFOLIO_STYLE}</style>\n</head>\n<body>\n${page.markup}\n</body>\n</html>\n`;
}
