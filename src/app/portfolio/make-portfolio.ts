import { compilePortfolio } from '../../credentials/portfolio/compile-portfolio.ts';
import { writePortfolio } from '../../credentials/portfolio/write-portfolio.ts';
import type { PortfolioChoice, PortfolioPreview } from '../../model/portfolio.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { GrowthApp } from '../growth/growth-app.ts';
import { gatherMaterial } from './gather-material.ts';

/** A portfolio of what was ticked, as data and as the page it would be: the bytes that are looked at are the bytes that are taken. */
export function makePortfolio(app: GrowthApp, choice: PortfolioChoice): Result<PortfolioPreview, Problem> {
  const material = gatherMaterial(app);
  if (!material.ok) return material;
  const portfolio = compilePortfolio(material.value, choice, app.clock().toISOString());
  return ok({ portfolio, html: writePortfolio(portfolio) });
}
