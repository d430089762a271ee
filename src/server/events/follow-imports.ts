import type { App } from '../../app/app.ts';
import type { ChangeFeed } from './change-feed.ts';

/** Tells open pages how an import goes on, and at its end that sessions may have changed. Returns how to stop. */
export function followImports(app: App, feed: ChangeFeed): () => void {
  return app.importer.subscribe((progress) => {
    feed.publish({ name: 'import', subject: 'import', data: progress });
    if (!progress.running) feed.publish({ name: 'changed', subject: 'sessions', data: { sessions: true } });
  });
}
