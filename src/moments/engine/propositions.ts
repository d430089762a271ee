/**
 * Statements about what came after the decision: two to four that exclude each other and leave nothing out, so that each can be
 * given a probability and, where the session settles it, exactly one is true. Which are offered, and how they read, follows from
 * the decision's shape and from what was visible then; whether they are true is computed from what came after it, never from
 * the rule. One or two of them are what somebody with a certain wrong belief expects (`belief`, of the catalogue of
 * misconceptions): who picks it, and is wrong, gives a reason to ask.
 */
import type { Hindsight, Proposition } from '../../model/moment.ts';
import type { EditFact, Place, Run } from '../facts/facts.ts';
import { readDestruction } from '../rule/destroys.ts';
import { isCheck, isSettled } from '../rule/is-check.ts';
import type { DecisionScene } from './decision-scene.ts';
import { findHeading } from './find-heading.ts';
import { cutQuote, toHindsight } from './place-candidate.ts';
import { IS_PATH, isAsking, isCall } from './proposed-text.ts';
import { toShortCommand, toShortName } from './short-name.ts';
import { findWhatFollowed, type WhatFollowed } from './what-followed.ts';

interface Alternative {
  readonly id: string;
  readonly text: string;
  readonly belief?: string;
}

/** The alternatives of a decision, which of them came true, and what shows it. */
interface Partition {
  readonly alternatives: readonly Alternative[];
  readonly came: string | null;
  readonly by: Place | undefined;
  readonly quote: string;
}

export function listPropositions(scene: DecisionScene): Proposition[] {
  const { alternatives, came, by, quote } = toPartition(scene, findWhatFollowed(scene));
  const settledBy: Hindsight | undefined = came !== null && by && by.line > scene.shownUntil ? toHindsight({ place: by, quote }) : undefined;
  return alternatives.map(({ id, text, belief }) => ({
    id,
    text,
    truth: came === null ? null : came === id,
    ...(belief ? { belief } : {}),
    ...(settledBy ? { settledBy } : {}),
  }));
}

function toPartition(scene: DecisionScene, followed: WhatFollowed): Partition {
  switch (scene.shape) {
    case 'edit':
    case 'test-edit':
      return scene.edits.length > 0 ? ofEdit(scene, followed) : ofProposal(scene, followed);
    case 'command':
      return scene.run ? ofCommand(scene.run, followed) : ofProposal(scene, followed);
    case 'claim':
      return ofClaim(scene, followed);
    case 'belief':
      return scene.message ? ofMessage(scene, followed) : ofBelief(scene, followed);
    case 'plan':
      return ofProposal(scene, followed);
    case 'request':
      return ofRequest(followed);
  }
}

function ofEdit(scene: DecisionScene, { check, linesAgain, answer, goesOn }: WhatFollowed): Partition {
  const files = nameFiles(scene.edits);
  const { lead, belief } = findExpectation(scene);
  const end = linesAgain ?? answer;
  return {
    alternatives: [
      { id: 'check-fails', text: `The next test, build, lint or type check after the change to ${files} fails.` },
      { id: 'passes-and-stays', text: toSentence(`${lead}the next check passes, and the session ends with these lines of ${files} as they are.`), belief },
      { id: 'passes-and-changes', text: `The next check passes, and these lines of ${files} are changed again all the same.` },
      { id: 'never-checked', text: `Nothing tests, builds or checks ${files} in the rest of the session.` },
    ],
    came: check ? (check.status === 'failed' ? 'check-fails' : linesAgain ? 'passes-and-changes' : 'passes-and-stays') : goesOn ? 'never-checked' : null,
    by: check ? (check.status === 'passed' && linesAgain ? linesAgain : toResultPlace(check)) : end,
    quote: check ? (check.status === 'passed' && linesAgain ? 'The same lines are changed again.' : toRunQuote(check)) : 'Nothing of the kind ran.',
  };
}

const EXPECTATION_BY_PATTERN: Readonly<Record<string, { readonly lead: string; readonly belief: string }>> = {
  sleep: { lead: 'with the wait in place, ', belief: 'C1' },
  'retry-loop': { lead: 'with the retry in place, ', belief: 'R2' },
  'timeout-value': { lead: 'with the new time limit, ', belief: 'C1' },
  'swallowing-catch': { lead: 'with the error caught, ', belief: 'R1' },
  'discarded-error': { lead: 'with the error set aside, ', belief: 'R5' },
  'null-guard': { lead: 'with the guard in place, ', belief: 'R3' },
  'type-hole': { lead: 'with the type widened, ', belief: 'A4' },
  'unbounded-fan-out': { lead: 'with all of it started at once, ', belief: 'P4' },
  'sql-by-string': { lead: 'with the query built this way, ', belief: 'S3' },
  tautology: { lead: 'with the test in place, ', belief: 'T2' },
  'hollow-test': { lead: 'with the test in place, ', belief: 'T2' },
};

/** What somebody would count on who takes the change for what it looks like: read from its lines, never from a rule. */
function findExpectation({ edits, shape }: DecisionScene): { lead: string; belief: string } {
  for (const { matches } of edits)
    for (const { pattern, side } of matches) {
      const expectation = side === 'added' ? EXPECTATION_BY_PATTERN[pattern] : undefined;
      if (expectation) return expectation;
    }
  if (shape !== 'test-edit') return { lead: '', belief: 'T1' };
  const isNew = edits.every(({ removedCount }) => removedCount === 0);
  return isNew ? { lead: 'with the new test in place, ', belief: 'T6' } : { lead: 'with the test changed, ', belief: 'T4' };
}

function ofCommand(run: Run, { answer, objects, goesOn }: WhatFollowed): Partition {
  const name = `\`${toShortCommand(run.command, 60)}\``;
  const stopped = run.status === 'refused' || run.status === 'interrupted';
  const losesData = run.commands.some((command) => readDestruction(command) !== null);
  const came = stopped ? 'stopped' : !isSettled(run) ? null : run.status === 'failed' ? 'command-fails' : objects ? 'runs-and-objects' : 'runs-and-goes-on';
  const result = toResultPlace(run);
  return {
    alternatives: [
      { id: 'stopped', text: `The person stops ${name} before it has ended.` },
      { id: 'command-fails', text: `${name} runs and fails.` },
      { id: 'runs-and-objects', text: `${name} succeeds, and the person's next message corrects something or reports a problem.` },
      {
        id: 'runs-and-goes-on',
        text: `${name} succeeds, and the work goes on from there without an objection.`,
        belief: losesData ? 'D2' : isCheck(run) ? 'T1' : 'R5',
      },
    ],
    came: came === 'runs-and-goes-on' && !goesOn ? null : came,
    by: came === 'runs-and-objects' ? answer : result,
    quote: came === 'runs-and-objects' ? toWords(answer) : toRunQuote(run),
  };
}

function ofClaim({ editsSoFar, facts, said }: DecisionScene, { answer, objects, fileAgain, goesOn }: WhatFollowed): Partition {
  const files = nameFiles(editsSoFar);
  const claim = facts.claims.find(({ sentence }) => said.startsWith(sentence));
  const belief = claim?.type === 'tests-pass' || claim?.type === 'clean' ? 'T1' : 'G2';
  const again = editsSoFar.length > 0 ? fileAgain : undefined;
  const came = objects ? 'person-objects' : again ? 'goes-on-and-changes' : 'goes-on-and-stays';
  const stays = files === '' ? 'nothing more is changed' : `${files} ${isPlural(editsSoFar) ? 'stay as they are' : 'stays as it is'}`;
  const changes = files === '' ? 'something is changed after all' : `${files} ${isPlural(editsSoFar) ? 'are' : 'is'} changed again later`;
  return {
    alternatives: [
      { id: 'person-objects', text: `The person's next message, after ${toWordsOf(said)}, corrects something or reports a problem.` },
      { id: 'goes-on-and-stays', text: `The person raises nothing, and ${stays} until the session ends.`, belief },
      { id: 'goes-on-and-changes', text: `The person raises nothing, and ${changes}.` },
    ],
    came: goesOn ? came : null,
    by: objects ? answer : (again ?? answer),
    quote: objects ? toWords(answer) : again ? `${toShortName(again.shownPath)} is changed again.` : toWords(answer),
  };
}

function ofBelief({ said }: DecisionScene, { answer, objects, takenBack, goesOn }: WhatFollowed): Partition {
  const words = toWordsOf(said);
  const came = takenBack ? 'taken-back' : objects ? 'person-objects' : 'built-upon';
  return {
    alternatives: [
      { id: 'taken-back', text: `Before the person writes again, the agent itself finds a mistake, in ${words} or in something else it said or did.` },
      { id: 'person-objects', text: `The agent goes on, and the person's next message after ${words} corrects something or reports a problem.` },
      { id: 'built-upon', text: `Nobody objects: the work goes on from ${words}.`, belief: 'G1' },
    ],
    came: goesOn || takenBack ? came : null,
    by: takenBack ?? answer,
    quote: takenBack ? takenBack.sentence : toWords(answer),
  };
}

/** What the person takes to be so: how the agent answers it. */
function ofMessage({ said }: DecisionScene, { reaction }: WhatFollowed): Partition {
  const words = toWordsOf(said);
  const isDenied = reaction?.reaction === 'contradicts';
  const isAgreed = reaction?.reaction === 'concedes';
  return {
    alternatives: [
      { id: 'agreed', text: `The agent's answer says that ${words} is right.`, belief: 'G1' },
      { id: 'denied', text: `The agent's answer says that ${words} is not so.` },
      { id: 'looked-into', text: `The agent neither agrees to ${words} nor denies it at first: it looks, or goes to work.` },
    ],
    came: reaction ? (isDenied ? 'denied' : isAgreed ? 'agreed' : 'looked-into') : null,
    by: reaction?.reply,
    quote: reaction?.reply.text ?? '',
  };
}

/** A plan, or a step that was only proposed: how the person answers it. */
function ofProposal({ plan, said }: DecisionScene, { answer, objects, asks }: WhatFollowed): Partition {
  const text = plan?.text ?? said;
  const what = nameProposal(text);
  const approved = plan?.answer === 'approved' && !objects;
  const came = !answer && !plan?.answer ? null : objects || plan?.answer === 'refused' ? 'sent-back' : asks && !approved ? 'asked-about' : 'goes-ahead';
  const texts = isAsking(text)
    ? [
        `The person answers ${what}, and the work goes on from the answer.`,
        `The person turns ${what} down, or corrects something in it.`,
        `The person answers ${what} with a question.`,
      ]
    : [
        `The person lets ${what} go ahead as it stands.`,
        `The person sends ${what} back, or corrects a part of it.`,
        `The person neither agrees to ${what} nor corrects it, but asks something first.`,
      ];
  const [goesAhead = '', sentBack = '', askedAbout = ''] = texts;
  return {
    alternatives: [
      { id: 'goes-ahead', text: goesAhead, belief: 'G1' },
      { id: 'sent-back', text: sentBack },
      { id: 'asked-about', text: askedAbout },
    ],
    came,
    by: answer,
    quote: toWords(answer),
  };
}

function nameProposal(text: string): string {
  if (text.trim() === '') return 'the change';
  if (isCall(text)) return 'the call';
  return IS_PATH.test(text.trim()) ? `the change to ${toShortName(text.trim())}` : toWordsOf(findHeading(text));
}

function ofRequest({ firstEdit, firstLook, answer }: WhatFollowed): Partition {
  const before = answer?.seq ?? Infinity;
  const edit = firstEdit && firstEdit.seq < before ? firstEdit : undefined;
  const look = firstLook && firstLook.seq < before ? firstLook : undefined;
  const came = edit ? (look && look.seq < edit.seq ? 'looks-first' : 'edits-first') : look || answer ? 'changes-nothing' : null;
  return {
    alternatives: [
      { id: 'edits-first', text: 'On this message the agent changes a file before it reads or runs anything.' },
      { id: 'looks-first', text: 'On this message the agent reads or runs something, and then changes a file.' },
      { id: 'changes-nothing', text: 'No file is changed before the person writes again.' },
    ],
    came,
    by: came === 'edits-first' ? edit : (look ?? answer),
    quote: came === 'edits-first' ? `${toShortName(edit?.shownPath ?? '')} is changed.` : 'It looks first.',
  };
}

const isPlural = (edits: readonly EditFact[]): boolean => new Set(edits.map(({ path }) => path)).size > 1;

function nameFiles(edits: readonly EditFact[]): string {
  const names = [...new Set(edits.map(({ shownPath }) => toShortName(shownPath)))];
  const [first, second] = names;
  if (first === undefined) return '';
  if (names.length === 1) return first;
  return names.length === 2 ? `${first} and ${second}` : `the ${names.length} files around ${first}`;
}

function toResultPlace(run: Run): Place {
  return run.resultLine !== null && run.resultSeq !== null ? { seq: run.resultSeq, line: run.resultLine } : run;
}

const toRunQuote = (run: Run): string => run.failure?.message || `${cutQuote(run.command, 120)} (${run.status})`;
const toWords = (answer: WhatFollowed['answer']): string => answer?.own || answer?.text || '';
/** Words in quotation marks, short enough to stand in a statement. */
const toWordsOf = (said: string): string =>
  `“${cutQuote(
    said
      .replaceAll('**', '')
      .replaceAll(/["“”]/g, "'")
      .replace(/[.:]+$/, ''),
    60,
  )}”`;
const toSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
