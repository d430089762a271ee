/** Redacts events, cases and outcomes by their schema: ids, hashes, times and call ids stay as they are. */
import type { Case, Outcome } from '../model/case.ts';
import type { SessionEvent } from '../model/event.ts';
import { CASE_FIELDS, OUTCOME_FIELDS, type FieldRule } from './content-fields.ts';
import { mapFields, type TextPlace } from './map-fields.ts';
import type { Redactor } from './redact-text.ts';
import { PIECE_BORDER } from './views/join-pieces.ts';

export interface RedactedValue<T> {
  readonly value: T;
  /** How many places were replaced, by kind. */
  readonly countByKind: ReadonlyMap<string, number>;
}

export const redactEvents = (events: readonly SessionEvent[], redactor: Redactor): Promise<RedactedValue<readonly SessionEvent[]>> =>
  redactBySchema(events, 'event', redactor);

export const redactCase = (value: Case, redactor: Redactor): Promise<RedactedValue<Case>> => redactBySchema(value, CASE_FIELDS, redactor);

/** With the redactor of its case, so that a secret has the same name before and after the reveal. */
export const redactOutcome = (value: Outcome, redactor: Redactor): Promise<RedactedValue<Outcome>> => redactBySchema(value, OUTCOME_FIELDS, redactor);

interface Piece {
  readonly index: number;
  text: string;
  readonly place: TextPlace;
}

/** Texts of one stream are joined and redacted as one: a secret cut between two replies, results or lines is seen whole. */
export async function redactBySchema<T>(value: T, rule: FieldRule, redactor: Redactor): Promise<RedactedValue<T>> {
  const pieces: Piece[] = [];
  mapFields(value, rule, (text, place) => {
    pieces.push({ index: pieces.length, text, place });
    return text;
  });
  await redactAnswers(pieces, redactor);
  const redactedByIndex = new Map<number, string>();
  const countByKind = new Map<string, number>();
  const byStream = Map.groupBy(pieces, ({ place }) => `${place.kind} ${place.stream}`);
  const groups = [...byStream.values()].sort((a, b) => Number(a[0]?.place.kind === 'key') - Number(b[0]?.place.kind === 'key'));
  for (const group of groups) {
    const { texts, findings } = await redactGroup(group, redactor);
    group.forEach(({ index }, at) => redactedByIndex.set(index, texts[at] ?? ''));
    for (const { kind } of findings) countByKind.set(kind, (countByKind.get(kind) ?? 0) + 1);
  }
  let next = 0;
  const redacted = mapFields(value, rule, () => {
    next += 1;
    return redactedByIndex.get(next - 1) ?? '';
  });
  return { value: redacted, countByKind };
}

/** The longest text that is looked at as an answer to the text before it: one word, as a password or a key is. */
const LONGEST_ANSWER = 200;
const QUESTION_END = 300;

/** A question and its answer stand in different streams (a reply and a prompt, a command and its result), so each such pair is looked at by itself. */
async function redactAnswers(pieces: readonly Piece[], redactor: Redactor): Promise<void> {
  let before: Piece | undefined;
  for (const piece of pieces) {
    if (piece.place.kind !== 'content') continue;
    if (before && before.place.stream !== piece.place.stream && piece.text.length <= LONGEST_ANSWER && /^\s*\S{6,}\s*$/.test(piece.text)) {
      const sign = before.place.stream.endsWith('.command') ? '$ ' : '';
      const question = `${sign}${before.text.slice(-QUESTION_END).split('\n').at(-1) ?? ''}`.replaceAll('\uE000', '');
      const { text } = await redactor.redactText(`${question}${PIECE_BORDER}${piece.text.replaceAll('\uE000', '\uFFFD')}`);
      piece.text = text.split(PIECE_BORDER)[1] ?? piece.text;
    }
    before = piece;
  }
}

async function redactGroup(group: readonly Piece[], redactor: Redactor): Promise<{ texts: string[]; findings: readonly { readonly kind: string }[] }> {
  const kind = group[0]?.place.kind;
  // Borders of texts that hold one themselves could not be told apart afterwards.
  const texts = group.map(({ text }) => text.replaceAll('\uE000', '\uFFFD'));
  const border = kind === 'line' ? '\n' : PIECE_BORDER;
  const { text, findings } = await (kind === 'key' ? redactor.redactKeys(texts.join(border)) : redactor.redactText(texts.join(border)));
  const redacted = text.split(border);
  if (redacted.length !== texts.length) throw new Error(`Redaction made ${redacted.length} texts of ${texts.length}.`);
  return { texts: redacted, findings };
}
