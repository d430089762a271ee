import type { App } from '../app.ts';

/** What the use cases of growth need. Everything in them is the owner's of this journal, and nobody else's. */
export type GrowthApp = Pick<App, 'journal' | 'clock'>;
