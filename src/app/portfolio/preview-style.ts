import { createHash } from 'node:crypto';
import { PORTFOLIO_STYLE } from '../../credentials/portfolio/portfolio-style.ts';

/** Lets a page of Rounds show a portfolio in a frame as it will look: this one style, byte for byte, and no other inline one. */
export const PREVIEW_STYLE = `'sha256-${createHash('sha256').update(PORTFOLIO_STYLE).digest('base64')}'`;
