import type { Journal } from '../journal/open-journal.ts';
import type { Outcome } from '../model/case.ts';
import { SOUND_KIND } from '../model/kind.ts';
import type { Moment, MomentId } from '../model/moment.ts';
import { RULES } from '../moments/rules/registry.generated.ts';
import { findPrecision } from './ranking/find-precision.ts';

const MAX_LATER = 40;
/** Events shown before and after each piece of later evidence. */
const LINES_AROUND = 2;

/** What a case withholds, for after the reveal. Null where the moment is not in the journal. */
export function frameOutcome(journal: Journal, id: MomentId): Outcome | null {
  const record = journal.moments.get(id);
  if (!record) return null;
  const { moment } = record;
  const session = journal.sessions.get(moment.session);
  const text = RULES.find(({ rule }) => rule.meta.id === moment.rule)?.text;
  return {
    kind: moment.kind,
    sound: moment.kind === SOUND_KIND,
    rule: moment.rule,
    title: moment.title,
    why: [text?.what, text?.why].filter(Boolean).join('\n\n'),
    whatToDo: text?.whatToDo ?? '',
    references: [...(text?.references ?? [])],
    concepts: moment.concepts,
    activities: moment.activities,
    evidence: moment.evidence,
    hindsight: moment.hindsight,
    propositions: moment.propositions,
    later: session ? listLater(journal, session.derivation, moment) : [],
    precision: findPrecision(moment.rule),
  };
}

/** The events right after what was shown, and those around the evidence, each once and in order. */
function listLater(journal: Journal, derivation: number, { shownUntil, hindsight, propositions }: Moment): Outcome['later'] {
  const settling = propositions.flatMap(({ settledBy }) => (settledBy ? [settledBy] : []));
  const spans = [
    { start: shownUntil + 1, end: shownUntil + 1 + LINES_AROUND },
    ...[...hindsight, ...settling].map(({ start, end }) => ({ start: start - LINES_AROUND, end: end + LINES_AROUND })),
  ];
  const events = spans.flatMap(({ start, end }) => journal.events.listBetweenLines(derivation, Math.max(start, shownUntil + 1), end, MAX_LATER));
  const eventBySeq = new Map(events.map((event) => [event.seq, event]));
  return [...eventBySeq.values()].sort((a, b) => a.seq - b.seq).slice(0, MAX_LATER);
}
