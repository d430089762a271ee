import type { Journal } from '../journal/open-journal.ts';
import type { TurnMark } from '../journal/sessions-table.ts';
import type { Case } from '../model/case.ts';
import type { SessionEvent } from '../model/event.ts';
import type { Moment, MomentId } from '../model/moment.ts';
import { toAskedQuestion } from './tutor/find-reading.ts';
import { createBlindfold } from './frame-case/create-blindfold.ts';

/** Events shown around and before a decision; the session's own page has the rest. */
const SHOWN = 60;
const MAX_TASK = 8000;

/**
 * A moment as it may be seen before the reveal: nothing of the session after `shownUntil`, and neither kind, rule nor title.
 * Null where the moment or its session is not in the journal.
 */
export function frameCase(journal: Journal, id: MomentId): Case | null {
  const record = journal.moments.get(id);
  const session = record && journal.sessions.get(record.moment.session);
  const detail = session && journal.sessions.getDetail(session.id);
  if (!record || !session || !detail) return null;
  const { moment } = record;
  const { shownUntil } = moment;
  const cover = createBlindfold(journal, session.derivation, shownUntil);
  const shown = journal.events.listLastUntil(session.derivation, shownUntil, SHOWN).flatMap(cover);
  const { task, lastAsked } = findTurns(detail.turns, moment);
  const textOf = (turn: TurnMark | undefined): Case['task'] => (turn ? toQuoted(journal.events.list(session.derivation, turn.seq, 1)[0]) : null);
  return {
    moment: moment.id,
    session: session.id,
    // A title may have been written at the end of the session; its first words were there from the beginning.
    sessionTitle: session.opening,
    agent: moment.agent,
    repository: session.repository,
    cwd: detail.session.cwd ?? null,
    at: moment.at,
    minutes: moment.minutes,
    question: toAskedQuestion(journal, moment),
    shape: moment.shape,
    task: textOf(task),
    lastAsked: lastAsked === task ? null : textOf(lastAsked),
    decision: moment.decision,
    shownUntil,
    shown,
    earlierEvents: journal.events.countUntilLine(session.derivation, shownUntil) - shown.length,
    propositions: moment.propositions.map(({ id: proposition, text }) => ({ id: proposition, text })),
  };
}

/** The last request before the decision, and the person's last words before it where those are others. */
function findTurns(turns: readonly TurnMark[], { decision, shownUntil }: Moment): { task: TurnMark | undefined; lastAsked: TurnMark | undefined } {
  const before = turns.filter(({ line }) => line <= shownUntil && line <= decision.end);
  return { task: before.findLast(({ request }) => request) ?? before[0], lastAsked: before.at(-1) };
}

function toQuoted(event: SessionEvent | undefined): Case['task'] {
  if (!event || !('text' in event)) return null;
  return { line: event.line, text: event.text.length > MAX_TASK ? `${event.text.slice(0, MAX_TASK)}…` : event.text };
}
