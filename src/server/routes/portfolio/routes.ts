import { Hono } from 'hono';
import { gatherMaterial } from '../../../app/portfolio/gather-material.ts';
import { makePortfolio } from '../../../app/portfolio/make-portfolio.ts';
import { portfolioChoiceSchema, portfolioMaterialSchema, portfolioPreviewSchema } from '../../../model/portfolio.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';

/** What this journal's owner could take along, and how it would look as they ticked it. Nothing of it is kept or sent. */
export function createPortfolioRoutes({ app }: ServerContext) {
  return new Hono()
    .get('/', (c) => answer(c, portfolioMaterialSchema, gatherMaterial(app)))
    .post('/', validate('json', portfolioChoiceSchema), (c) => answer(c, portfolioPreviewSchema, makePortfolio(app, c.req.valid('json'))));
}
