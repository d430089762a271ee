/** What stood around an edit and what came of it, as far as it bears on a finding in it. */
import type { Admission, Claim, CodeMatch, EditFact, HumanTurn, Run, SessionFacts } from '../../../facts/facts.ts';
import { isCheck, isSettled } from '../../../rule/is-check.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import { firstLine } from './list-findings.ts';

/** The check that had failed and was not seen passing since, when the edit was made in the same turn. */
export function findRedBefore(facts: SessionFacts, edit: EditFact, fits: (run: Run) => boolean = isCheckByName): Run | undefined {
  const last = lastBefore(facts.runs, edit, (run) => run.turn === edit.turn && fits(run) && isSettled(run));
  return last?.status === 'failed' ? last : undefined;
}

/** A project's own task runner hides the tool, not its purpose. */
const isCheckByName = (run: Run): boolean => isCheck(run) || (run.class === 'run' && /\b(?:tests?|lint|check|build|verify)\b/.test(run.command));
export const isTestRun = ({ class: kind, command }: Run): boolean => kind === 'test' || (kind === 'run' && /\btests?\b/.test(command));

/** The words the person used for the task at hand. */
export const findAsked = (facts: SessionFacts, edit: EditFact): HumanTurn | undefined => lastBefore(facts.humanTurns, edit);

/** A longer message is a plan or a specification: that it has a word somewhere is no wish for this. */
const MOST_ASKED = 600;

/** Whether the person asked for this very thing. */
export function wasAsked(facts: SessionFacts, edit: EditFact, words: RegExp): boolean {
  const own = findAsked(facts, edit)?.own ?? '';
  return own.length <= MOST_ASKED && words.test(own);
}

/** The later edit that took the found code away again, or the whole file with it. */
export function findUndoing(facts: SessionFacts, edit: EditFact, { text }: CodeMatch): EditFact | undefined {
  const line = firstLine(text).replace(/…$/, '');
  return facts.edits.find(
    (later) =>
      later.seq > edit.seq &&
      later.path === edit.path &&
      (later.change === 'delete' ||
        (line.length > 3 && later.removed.some((removed) => removed.text.includes(line)) && !later.added.some((added) => added.text.includes(line)))),
  );
}

/** Whether something between the two spoke against the edit: a failing check or an objection. Code is also rewritten for other reasons. */
export const wasJudged = (facts: SessionFacts, edit: EditFact, undoing: EditFact): boolean =>
  listBetween(facts.runs, edit, undoing).some((run) => isCheckByName(run) && run.status === 'failed') ||
  listBetween(facts.humanTurns, edit, undoing).some(isObjection);

/** The person's next message, where it objects and speaks of this: it names the file or one of the words. */
export function findObjection(facts: SessionFacts, edit: EditFact, words: RegExp): HumanTurn | undefined {
  const next = firstAfter(facts.humanTurns, edit);
  if (!next || !isObjection(next)) return undefined;
  return words.test(next.own) || next.own.includes(baseName(edit.path)) || next.refusedCall?.seq === edit.seq ? next : undefined;
}

/** What the agent took back later in the same or the next turn, in words that fit. */
export function findAdmission(facts: SessionFacts, edit: EditFact, words: RegExp): Admission | undefined {
  return firstAfter(facts.admissions, edit, ({ turn, sentence }) => turn <= edit.turn + 1 && words.test(sentence));
}

/** The failing check after the edit that points into its file. */
export function findRedAfter(facts: SessionFacts, edit: EditFact): Run | undefined {
  const name = baseName(edit.path);
  return firstAfter(
    facts.runs,
    edit,
    (run) => run.turn <= edit.turn + 1 && isCheck(run) && run.status === 'failed' && (run.failure?.locations.some(({ path }) => path.endsWith(name)) ?? false),
  );
}

/** The success the agent reported at the end of the turn, resting on this edit among others. */
export const findClaim = (facts: SessionFacts, edit: EditFact): Claim | undefined =>
  firstAfter(
    facts.claims,
    edit,
    (claim) => claim.turn === edit.turn && claim.final && claim.from === 'reply' && claim.type !== 'cause' && claim.type !== 'fact' && !claim.disclosed,
  );

export const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

export const toWordsAsked = (facts: SessionFacts, edit: EditFact): string => findAsked(facts, edit)?.own ?? '';
