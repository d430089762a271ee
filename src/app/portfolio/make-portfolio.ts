import { compilePortfolio } from '../../credentials/portfolio/compile-portfolio.ts';
import { writePortfolio } from '../../credentials/portfolio/write-portfolio.ts';
import type { Statement } from '../../credentials/xapi/statement-schema.ts';
import { writeStatements, type Account } from '../../credentials/xapi/write-statements.ts';
import type { Portfolio, PortfolioChoice, PortfolioPreview } from '../../model/portfolio.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { GrowthApp } from '../growth/growth-app.ts';
import { gatherMaterial } from './gather-material.ts';

/** A portfolio of what was ticked, as data and as the page it would be: the bytes that are looked at are the bytes that are taken. */
export async function makePortfolio(app: GrowthApp, choice: PortfolioChoice): Promise<Result<PortfolioPreview, Problem>> {
  const compiled = await compile(app, choice);
  return compiled.ok ? ok({ portfolio: compiled.value, html: writePortfolio(compiled.value) }) : compiled;
}

/** What happened of what was ticked, for a learning record store. Nothing is sent to one. */
export async function makeStatements(app: GrowthApp, choice: PortfolioChoice, account: Account): Promise<Result<Statement[], Problem>> {
  const compiled = await compile(app, choice);
  return compiled.ok ? ok(writeStatements(compiled.value, account)) : compiled;
}

async function compile(app: GrowthApp, choice: PortfolioChoice): Promise<Result<Portfolio, Problem>> {
  const material = await gatherMaterial(app);
  return material.ok ? ok(compilePortfolio(material.value, choice, app.clock().toISOString())) : material;
}

export type { Account };
