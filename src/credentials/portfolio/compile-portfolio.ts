import type { Portfolio, PortfolioChoice, PortfolioMaterial } from '../../model/portfolio.ts';

/** What was ticked and nothing else. A tick for something that is not there changes nothing. */
export function compilePortfolio(material: PortfolioMaterial, choice: PortfolioChoice, madeAt: string): Portfolio {
  return {
    format: 'rounds-portfolio',
    version: 1,
    madeAt,
    name: choice.name,
    about: choice.about,
    year: choice.year ? material.year : null,
    activities: pick(material.activities, choice.activities, ({ activity }) => activity),
    signedLevels: pick(material.signedLevels, choice.signedLevels, ({ id }) => id),
    calibration: choice.calibration ? material.calibration : null,
    lessons: pick(material.lessons, choice.lessons, ({ id }) => id),
    beliefs: pick(material.beliefs, choice.beliefs, ({ id }) => id),
  };
}

function pick<T>(all: readonly T[], ticked: readonly string[], toId: (one: T) => string): T[] | null {
  const ids = new Set(ticked);
  const picked = all.filter((one) => ids.has(toId(one)));
  return picked.length === 0 ? null : picked;
}
