import type { App } from '../app/app.ts';
import type { ChangeFeed } from './events/change-feed.ts';

/** What routes are given: the use cases' app, where to tell open pages what changed, and where a bug is told. */
export interface ServerContext {
  readonly app: App;
  readonly feed: ChangeFeed;
  readonly reportBug: (error: unknown) => void;
}
