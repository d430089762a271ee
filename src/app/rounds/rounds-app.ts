import type { App } from '../app.ts';

/** What the use cases of rounds need. */
export type RoundsApp = Pick<App, 'journal' | 'clock'>;

/** The one participant of a round alone. Names come with accounts. */
export const ME = 'me';
