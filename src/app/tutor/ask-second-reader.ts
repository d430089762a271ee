import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MomentId } from '../../model/moment.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { createSecondReader } from '../../tutor/create-second-reader.ts';
import type { Reading } from '../../tutor/second-reader.ts';
import type { SendDeps } from '../../tutor/send-request.ts';
import type { App } from '../app.ts';
import { noSuchMoment } from '../show-moment.ts';
import { parseStoredReading, toStoredReading } from './find-reading.ts';
import { openTutor, type OpenedTutor } from './open-tutor.ts';
import { prepareCandidate } from './prepare-candidate.ts';
import { startOfToday } from './start-of-today.ts';

export interface AskRequest {
  readonly signal: AbortSignal;
  /** Also where the same was asked before. */
  readonly again?: boolean;
  readonly wait?: SendDeps['wait'];
}

export interface Asked {
  /** False where the same had been asked before, so that nothing was sent. */
  readonly sent: boolean;
  /** Why the answer was not taken; null where it was. What it said is for who asks for the explanation. */
  readonly refused: string | null;
}

type AskApp = Pick<App, 'journal' | 'environment' | 'clock'>;

/** Asks the second reader about one moment and keeps its checked answer. Nothing is sent while it is off, nor the same twice. */
export async function askSecondReader(app: AskApp, id: MomentId, { signal, again = false, wait = waitFor }: AskRequest): Promise<Result<Asked, Problem>> {
  const { journal, clock } = app;
  const tutor = openTutor(app);
  if (!tutor.ok) return tutor;
  const prepared = await prepareCandidate(journal, id);
  if (!prepared) return failed(noSuchMoment(id));
  const { settings, url } = tutor.value;
  const reader = createSecondReader(tutor.value, { begin: logTo(app, tutor.value, id), wait, now: () => clock().getTime() });
  const composed = reader.compose(prepared.candidate);
  const request = createHash('sha256').update(`${composed.url}\n${composed.body}`).digest('hex');
  const row = { moment: id, request, reader: `${settings.model} at ${url.host}`, at: clock().toISOString() };
  const kept = again ? null : journal.readings.findByRequest(request);
  if (kept) {
    const reading = parseStoredReading(kept.json);
    const saved = journal.write(() => journal.readings.save({ ...kept, moment: id, json: toStoredReading(prepared.moment, reading) }));
    return saved.ok ? ok({ sent: false, refused: toRefused(reading) }) : saved;
  }
  const read = await reader.read(prepared.candidate, prepared.bounds, signal);
  if (!read.ok) return read;
  const saved = journal.write(() => journal.readings.save({ ...row, json: toStoredReading(prepared.moment, read.value) }));
  return saved.ok ? ok({ sent: true, refused: toRefused(read.value) }) : saved;
}

const toRefused = (reading: Reading): string | null => (reading.verdict === 'refused' ? reading.why : null);

/** Written before anything leaves, and within the day's cap, whoever else is sending. */
function logTo({ journal, clock }: AskApp, { settings: { dailyCap }, url }: OpenedTutor, moment: MomentId): SendDeps['begin'] {
  return (bytes) => {
    const now = clock();
    const begun = journal.write(() =>
      journal.sharingLog.countSince(startOfToday(now)) < dailyCap ? journal.sharingLog.begin({ at: now.toISOString(), moment, host: url.host, bytes }) : null,
    );
    if (!begun.ok) return begun;
    const id = begun.value;
    if (id === null)
      return failed(
        problem('not-allowed', `Today's ${dailyCap} requests to the second reader are used up.`, {
          next: 'Go on tomorrow, or raise dailyCap in its settings.',
        }),
      );
    return ok((outcome) => journal.sharingLog.end(id, outcome));
  };
}

const waitFor: SendDeps['wait'] = (ms, signal) => sleep(ms, undefined, { signal });
