/** What came after a decision, as far as statements about it ask: the only part of the cut that looks past the last line shown. */
import { findReaction, type FoundReaction } from '../rule/find-reaction.ts';
import { isCheck, isSettled } from '../rule/is-check.ts';
import { isObjection } from '../rule/is-objection.ts';
import { firstAfterLine, listOnLines } from '../rule/order.ts';
import type { Admission, EditFact, HumanTurn, Place, Run } from '../facts/facts.ts';
import type { DecisionScene } from './decision-scene.ts';

export interface WhatFollowed {
  /** The first test, build, lint or type check that ended. */
  readonly check: Run | undefined;
  readonly answer: HumanTurn | undefined;
  /** The answer refused, corrected or reported something, or the agent gave in to it. */
  readonly objects: boolean;
  readonly asks: boolean;
  /** The agent takes something back of itself: before the answer. */
  readonly takenBack: Admission | undefined;
  /** The first later change to the decision's own lines, or to a file changed for it. */
  readonly linesAgain: Place | undefined;
  readonly fileAgain: EditFact | undefined;
  readonly firstEdit: EditFact | undefined;
  readonly firstLook: Place | undefined;
  /** How the agent takes the person's message, where that is the decision. */
  readonly reaction: FoundReaction | undefined;
  /** Anything that could have told how it went: the person's answer, a run or a change. */
  readonly goesOn: boolean;
}

/** Words shared with what was said; one alone is too often chance. */
const SHARED_WORDS = 2;

export function findWhatFollowed({ facts, shownUntil, answer, edits, editsSoFar, said, message }: DecisionScene): WhatFollowed {
  const check = firstAfterLine(facts.runs, shownUntil, (run) => isCheck(run) && isSettled(run));
  const paths = new Set((edits.length > 0 ? edits : editsSoFar).map(({ path }) => path));
  const firstEdit = firstAfterLine(facts.edits, shownUntil);
  const firstRun = firstAfterLine(facts.runs, shownUntil);
  const firstRead = firstAfterLine(facts.reads, shownUntil);
  return {
    check,
    answer,
    objects: answer !== undefined && (isObjection(answer) || findReaction(facts, answer)?.reaction === 'concedes'),
    asks: answer?.acts.has('question') ?? false,
    takenBack: listOnLines(facts.admissions, shownUntil + 1, (answer?.line ?? Infinity) - 1).find((one) => takesBack(one, said)),
    linesAgain: edits.map(({ fate }) => (fate.type === 'kept' ? undefined : fate.by)).find((by) => by !== undefined && by.line > shownUntil),
    fileAgain: firstAfterLine(facts.edits, shownUntil, ({ path }) => paths.has(path)),
    firstEdit,
    firstLook: [firstRun, firstRead].filter((place) => place !== undefined).toSorted((a, b) => a.seq - b.seq)[0],
    reaction: message && findReaction(facts, message),
    goesOn: answer !== undefined || firstEdit !== undefined || firstRun !== undefined,
  };
}

function takesBack({ strength, words }: Admission, said: string): boolean {
  const lowered = said.toLowerCase();
  return strength === 'explicit' || words.filter((word) => lowered.includes(word.toLowerCase())).length >= SHARED_WORDS;
}
