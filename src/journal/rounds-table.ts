import type { DatabaseSync } from 'node:sqlite';
import type { MomentId } from '../model/moment.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { Round, RoundId, RoundState } from '../model/round.ts';
import { runTransaction } from './run-transaction.ts';

export interface RoundListQuery {
  readonly states?: readonly RoundState[];
  readonly moment?: MomentId;
}

/** Rounds as documents; every transition is also a row of its own that is only ever added. */
export function createRoundsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO rounds (id, moment, state, created_at, closed_at, json) VALUES (?, ?, ?, ?, ?, ?)');
  const update = db.prepare('UPDATE rounds SET state = ?, closed_at = ?, json = ? WHERE id = ? AND state = ?');
  const select = db.prepare('SELECT json FROM rounds WHERE id = ?');
  const selectState = db.prepare('SELECT state FROM rounds WHERE id = ?');
  const selectAll = db.prepare(`SELECT json FROM rounds WHERE (?1 IS NULL OR moment = ?1) AND (?2 IS NULL OR state IN (SELECT value FROM json_each(?2)))
    ORDER BY created_at DESC, id`);
  const countSteps = db.prepare('SELECT count(*) AS n FROM round_log WHERE round = ?');
  const insertStep = db.prepare('INSERT INTO round_log (round, step, json) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM rounds WHERE id = ?');
  const countClosed = db.prepare("SELECT count(*) AS n FROM rounds WHERE state = 'closed' AND closed_at >= ?");

  const appendLog = (round: Round): void => {
    const had = Number(countSteps.get(round.id)?.['n']);
    for (const [offset, entry] of round.log.slice(had).entries()) insertStep.run(round.id, had + offset, JSON.stringify(entry));
  };

  return {
    insert: (round: Round): void =>
      runTransaction(db, () => {
        insert.run(round.id, round.moment, round.state, round.createdAt, round.closedAt ?? null, JSON.stringify(round));
        appendLog(round);
      }),
    /** Saves the round only if it still is in the state it was read in: two tabs cannot both move it. */
    update: (round: Round, expected: RoundState): Result<Round, Problem> =>
      runTransaction(db, () => {
        const { changes } = update.run(round.state, round.closedAt ?? null, JSON.stringify(round), round.id, expected);
        if (changes === 0) {
          const state = selectState.get(round.id)?.['state'];
          return failed(
            state === undefined
              ? problem('not-found', 'This round does not exist.')
              : problem('conflict', 'The round was changed elsewhere.', {
                  why: `It is now ${String(state)}, not ${expected}.`,
                  next: 'Reload it and try again.',
                }),
          );
        }
        appendLog(round);
        return ok(round);
      }),
    /** Whatever it was before: for what was merged from two machines. */
    put: (round: Round): void =>
      runTransaction(db, () => {
        remove.run(round.id);
        insert.run(round.id, round.moment, round.state, round.createdAt, round.closedAt ?? null, JSON.stringify(round));
        appendLog(round);
      }),
    get: (id: RoundId): Round | null => {
      const row = select.get(id);
      return row ? (JSON.parse(String(row['json'])) as Round) : null;
    },
    /** Newest first. */
    list: ({ states, moment }: RoundListQuery = {}): Round[] =>
      selectAll.all(moment ?? null, states ? JSON.stringify(states) : null).map((row) => JSON.parse(String(row['json'])) as Round),
    /** With its log. */
    remove: (id: RoundId): void => void remove.run(id),
    countClosedSince: (at: string): number => Number(countClosed.get(at)?.['n']),
  };
}
