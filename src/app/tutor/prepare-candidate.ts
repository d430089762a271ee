import type { Journal } from '../../journal/open-journal.ts';
import type { SessionEvent } from '../../model/event.ts';
import type { Moment, MomentId } from '../../model/moment.ts';
import { RULES } from '../../moments/rules/registry.generated.ts';
import { redactCase, redactOutcome } from '../../redaction/redact-session.ts';
import { createRedactor } from '../../redaction/redact-text.ts';
import type { QuestionBounds } from '../../tutor/checks/question-bounds.ts';
import type { Candidate, LineText } from '../../tutor/second-reader.ts';
import { createBlindfold } from '../frame-case/create-blindfold.ts';
import { frameCase } from '../frame-case.ts';
import { frameOutcome } from '../frame-outcome.ts';
import { toLineText } from './to-line-text.ts';

export interface PreparedCandidate {
  readonly moment: Moment;
  readonly candidate: Candidate;
  readonly bounds: QuestionBounds;
}

const MOST_OF_DECISION = 6000;
const MOST_OF_OTHERS = 700;
const MOST_IN_ALL = 20_000;
/** Events looked through for what a question may say: more than almost any session has. */
const MOST_EVENTS = 20_000;

/**
 * A moment as a second reader gets it, every text of it redacted and short, and what its answer is checked against, which stays
 * here. Null where the moment is not in the journal.
 */
export async function prepareCandidate(journal: Journal, id: MomentId): Promise<PreparedCandidate | null> {
  const moment = journal.moments.get(id)?.moment;
  const framed = frameCase(journal, id);
  const outcome = frameOutcome(journal, id);
  if (!moment || !framed || !outcome) return null;
  // One redactor: a secret has one name wherever it stands.
  const redactor = await createRedactor();
  const { value: seen } = await redactCase({ ...framed, question: moment.question }, redactor);
  const { value: known } = await redactOutcome({ ...outcome, later: [] }, redactor);
  const { decision, shownUntil, shape, question } = seen;
  const asked = [seen.task, seen.lastAsked].flatMap((turn) => (turn && !seen.shown.some(({ line }) => line === turn.line) ? [{ ...turn, by: 'person' }] : []));
  const visible = shorten([...asked, ...seen.shown.flatMap(toLineText)], decision);
  const later = [...known.hindsight.map(({ start, quote }) => ({ line: start, quote })), ...known.evidence]
    .filter(({ line }) => line > shownUntil)
    .map(({ line, quote }) => ({ line, by: 'later', text: quote }));
  const what = RULES.find(({ rule }) => rule.meta.id === moment.rule)?.text.what ?? '';
  return {
    moment,
    candidate: { kind: moment.kind, what, question, shape, decision, visible, later: dropDoubles(later) },
    bounds: readBounds(journal, moment, [...visible, { line: 0, by: '', text: question }], later),
  };
}

/** The decision whole as far as it can be, then what stands nearest to it. */
function shorten(texts: readonly LineText[], { start, end }: Candidate['decision']): LineText[] {
  const kept: LineText[] = [];
  let room = MOST_IN_ALL;
  for (const one of texts.toReversed()) {
    const most = one.line >= start && one.line <= end ? MOST_OF_DECISION : MOST_OF_OTHERS;
    const text = one.text.length > most ? `${one.text.slice(0, most)}…` : one.text;
    if (text.length > room) break;
    room -= text.length;
    kept.unshift({ ...one, text });
  }
  return kept;
}

const dropDoubles = (texts: readonly LineText[]): LineText[] => [...new Map(texts.map((one) => [`${one.line} ${one.text}`, one])).values()];

function readBounds(journal: Journal, moment: Moment, shown: readonly LineText[], later: readonly LineText[]): QuestionBounds {
  const { shownUntil, hindsight, evidence, title, rule, concepts, question } = moment;
  const derivation = journal.sessions.get(moment.session)?.derivation ?? -1;
  const before = journal.events.listLastUntil(derivation, shownUntil, MOST_EVENTS);
  const after = journal.events.listBetweenLines(derivation, shownUntil + 1, Number.MAX_SAFE_INTEGER, MOST_EVENTS);
  // An edit's result may come after the line its call stands on.
  const halfSeen = before.filter((event) => event.kind === 'edit' && (event.resultLine ?? event.line) > shownUntil);
  const toText = (events: readonly SessionEvent[]): string => joinTexts(events.flatMap(toLineText));
  const quoted = [...hindsight.map(({ quote }) => quote), ...evidence.filter(({ line }) => line > shownUntil).map(({ quote }) => quote)];
  return {
    visible: [joinTexts(shown), toText(before.flatMap(createBlindfold(journal, derivation, shownUntil))), question].join('\n'),
    withheld: [joinTexts(later), toText([...halfSeen, ...after])].join('\n'),
    hindsight: [...quoted, joinTexts(later)].join('\n'),
    found: [title, rule, ...concepts].join('\n'),
  };
}

const joinTexts = (texts: readonly LineText[]): string => texts.map(({ text }) => text).join('\n');
