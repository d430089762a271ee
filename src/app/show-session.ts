import type { SessionDetail } from '../model/api/sessions.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { SessionId } from '../model/session.ts';
import type { App } from './app.ts';
import { toAskedQuestion } from './tutor/find-reading.ts';

/** One session with its lanes; pins carry the neutral question only. */
export function showSession({ journal }: App, id: SessionId): Result<SessionDetail, Problem> {
  const read = journal.attempt((): SessionDetail | null => {
    const record = journal.sessions.get(id);
    const detail = journal.sessions.getDetail(id);
    if (!record || !detail) return null;
    const transcript = journal.derivations.getTranscript(record.derivation);
    const pinned = journal.moments.listOfSession(id).filter(({ moment }) => journal.dismissals.get(moment.id) === null);
    return {
      session: detail.session,
      title: record.title,
      repository: record.repository,
      counts: record.counts,
      durationMs: detail.durationMs,
      lanes: {
        you: [...detail.lanes.you],
        agent: [...detail.lanes.agent],
        edits: [...detail.lanes.edits],
        runs: [...detail.lanes.runs],
        commits: [...detail.lanes.commits],
      },
      // In the order of the session: their rank is not to be read off the list.
      pins: pinned
        .map(({ moment }) => {
          const seq = journal.events.findSeqAtLine(record.derivation, moment.decision.start);
          return {
            moment: moment.id,
            seq,
            at: toOffset(moment.at, detail.session.startedAt, detail.durationMs),
            question: toAskedQuestion(journal, moment),
            judged: isJudged(journal.rounds.list({ moment: moment.id })),
          };
        })
        .sort((a, b) => a.seq - b.seq),
      subSessions: journal.sessions.listChildren(id).map((child) => ({ id: child.id, title: child.title, events: child.counts.events })),
      eventsTotal: record.counts.events,
      unknownRecords: transcript === null ? {} : journal.transcripts.getUnknownRecords(transcript),
    };
  });
  if (!read.ok) return read;
  return read.value ? ok(read.value) : failed(noSuchSession(id));
}

export const noSuchSession = (id: string): Problem =>
  problem('not-found', `There is no session ${id} here.`, { next: 'Run "rounds import" if it is new, then "rounds sessions".' });

const isJudged = (rounds: readonly { readonly state: string }[]): boolean =>
  rounds.some(({ state }) => state === 'closed' || state === 'revealed' || state === 'proving' || state === 'debrief');

function toOffset(at: string | null, startedAt: string | null, durationMs: number): number {
  if (at === null || startedAt === null) return 0;
  return Math.min(durationMs, Math.max(0, Date.parse(at) - Date.parse(startedAt)));
}
