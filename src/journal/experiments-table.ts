import type { DatabaseSync } from 'node:sqlite';
import { experimentSchema, type Experiment } from '../model/experiment.ts';

const toExperiment = (row: Record<string, unknown>): Experiment => experimentSchema.parse(JSON.parse(String(row['body'])));

/** Experiments by their repository's git folder. A name may be used again once it is free. */
export function createExperimentsTable(db: DatabaseSync) {
  const upsert = db.prepare('INSERT INTO experiments (repository, name, started_at, body) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body');
  const select = db.prepare('SELECT body FROM experiments WHERE repository = ? ORDER BY started_at');

  return {
    save: (one: Experiment): void => void upsert.run(one.repository, one.name, one.startedAt, JSON.stringify(one)),
    /** In the order they were begun. */
    list: (repository: string): Experiment[] => select.all(repository).map(toExperiment),
  };
}
