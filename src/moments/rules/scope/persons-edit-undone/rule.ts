import type { EditFact, SessionFacts } from '../../../facts/facts.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import type { Cited, Rule } from '../../../rule/rule.ts';

/** Shorter lines come back by chance. */
const LEAST_LETTERS = 16;
/** More lines are a file written again. */
const MOST_LINES = 20;

/** Lines the agent had written in an earlier turn, had not taken out itself, and now writes again. */
function listWrittenAgain(facts: SessionFacts): Map<EditFact, readonly string[]> {
  const again = new Map<EditFact, readonly string[]>();
  const writtenByPath = new Map<string, Map<string, EditFact>>();
  for (const edit of facts.edits) {
    const written = writtenByPath.get(edit.path) ?? new Map<string, EditFact>();
    writtenByPath.set(edit.path, written);
    const removed = new Set(edit.removed.map(({ text }) => text.trim()));
    const lines = edit.added.map(({ text }) => text.trim()).filter((text) => text.length >= LEAST_LETTERS);
    const old = edit.change === 'update' ? lines.filter((text) => !removed.has(text) && (written.get(text)?.turn ?? edit.turn) < edit.turn) : [];
    if (old.length > 0 && old.length <= MOST_LINES) again.set(edit, old);
    for (const text of removed) written.delete(text);
    for (const text of lines) written.set(text, edit);
  }
  return again;
}

const THEIR_CHANGE =
  /\b(?:user|you|person|human|someone|they)(?:['’]s|['’]ve| has| have)?\b[^.]{0,60}\b(?:removed|reverted|deleted|dropped|undid|took out|edit(?:ed)?|changed?|modified)\b|\b(?:removed|reverted|deleted|dropped|undone) by (?:the )?(?:user|you|someone)\b/i;

const SAID_SO =
  /\b(?:I|I['’]ve|we|we['’]ve)\b[^.]{0,30}\b(?:reverted|removed|deleted|dropped|undid|restored)\b|\b(?:add|put|bring) (?:it|them|that|this) back\b|\brestore\b/i;

/** Where the agent says, in the same turn, that the person had taken it out. */
function findKnowledge(facts: SessionFacts, edit: EditFact): Cited | undefined {
  const asked = lastBefore(facts.humanTurns, edit)?.seq ?? -1;
  for (const message of [...facts.replies, ...facts.reasoning].filter(({ seq }) => seq > asked && seq < edit.seq)) {
    const sentence = findSentence(message.text, (one) => THEIR_CHANGE.test(one));
    if (sentence && isOwn(facts, message)) return { place: message, quote: sentence };
  }
  return undefined;
}

export const rule: Rule = {
  meta: {
    id: 'persons-edit-undone',
    version: 1,
    kind: 'scope',
    stage: 'nursery',
    worth: 3,
    concepts: ['who decides?', 'a change by hand is a decision'],
    activities: ['E1', 'E4'],
  },
  *find(facts) {
    for (const [edit, lines] of listWrittenAgain(facts)) {
      const knowledge = isOwn(facts, edit) ? findKnowledge(facts, edit) : undefined;
      // Who says what they took out, and goes on to ask for something, has decided what comes back.
      if (!knowledge || SAID_SO.test(lastBefore(facts.humanTurns, edit)?.own ?? '')) continue;
      const answer = firstAfter(facts.humanTurns, edit);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        mark: { from: knowledge.place, to: edit },
        decision: { from: edit, shape: 'edit' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [knowledge, { place: edit, quote: lines[0] ?? '' }],
        confidence: 0.75,
        sources: 2,
        paths: [edit.path],
        params: { file: edit.shownPath, line: lines[0] ?? '' },
      };
    }
  },
};
