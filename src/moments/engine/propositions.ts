/**
 * Statements about what came after the decision. Which ones are offered, and how they read, follows from the decision's shape
 * and from what was visible then; whether they are true is computed from the facts after it, never from the rule.
 */
import type { Hindsight, Proposition } from '../../model/moment.ts';
import type { Place, Run } from '../facts/facts.ts';
import { isCheck, isSettled } from '../rule/is-check.ts';
import { isObjection } from '../rule/is-objection.ts';
import { firstAfterLine, listOnLines } from '../rule/order.ts';
import type { DecisionScene } from './decision-scene.ts';
import { cutQuote, toHindsight } from './place-candidate.ts';

export function listPropositions(scene: DecisionScene): Proposition[] {
  return toFamily(scene).map((make) => make(scene));
}

type Make = (scene: DecisionScene) => Proposition;

function toFamily({ shape }: DecisionScene): readonly Make[] {
  switch (shape) {
    case 'edit':
    case 'test-edit':
      return [linesChangedAgain, nextCheckFails, personObjects, checkedBeforeAnswer];
    case 'command':
      return [commandFails, commandRunAgain, personObjects];
    case 'claim':
      return [personObjects, filesChangedAgain, nextCheckFails, checkedBeforeAnswer];
    case 'belief':
      return [takenBack, nextCheckFails, personObjects];
    case 'plan':
      return [planApproved, personObjects, nextCheckFails];
    case 'request':
      return [editsFirst, personObjects, nextCheckFails];
  }
}

const linesChangedAgain: Make = ({ edits, shownUntil }) => {
  const [file] = edits;
  const again = edits.map(({ fate }) => (fate.type === 'kept' ? undefined : fate.by)).find((by) => by !== undefined && by.line > shownUntil);
  const truth = edits.length === 0 ? null : again !== undefined;
  return toProposition(
    'lines-changed-again',
    `These lines${file ? ` of ${file.shownPath}` : ''} are changed again before the session ends.`,
    truth,
    again,
    'The same lines are changed again.',
  );
};

const filesChangedAgain: Make = ({ editsSoFar, facts, shownUntil }) => {
  const paths = new Set(editsSoFar.map(({ path }) => path));
  const again = firstAfterLine(facts.edits, shownUntil, ({ path }) => paths.has(path));
  const [first] = editsSoFar;
  const text =
    first && paths.size === 1
      ? `${first.shownPath} is changed again before the session ends.`
      : 'A file changed for this message is changed again before the session ends.';
  return toProposition('files-changed-again', text, paths.size === 0 ? null : again !== undefined, again, `${again?.shownPath} is changed again.`);
};

const nextCheckFails: Make = ({ facts, shownUntil }) => {
  const next = firstAfterLine(facts.runs, shownUntil, (run) => isCheck(run) && isSettled(run));
  return toProposition(
    'next-check-fails',
    'The next test, build, lint or type check fails.',
    next ? next.status === 'failed' : null,
    toResultPlace(next),
    toRunQuote(next),
  );
};

const checkedBeforeAnswer: Make = ({ facts, shownUntil, answer }) => {
  const check = listOnLines(facts.runs, shownUntil + 1, (answer?.line ?? Infinity) - 1).find(isCheck);
  return toProposition(
    'checked-before-answer',
    'A test, build, lint or type check runs before your next message.',
    check !== undefined,
    check ?? answer,
    check?.command ?? 'Nothing of the kind ran before this.',
  );
};

const commandFails: Make = ({ run }) =>
  toProposition('command-fails', 'This command fails.', run && isSettled(run) ? run.status === 'failed' : null, toResultPlace(run), toRunQuote(run));

const commandRunAgain: Make = ({ run, facts, shownUntil }) => {
  const again = run && firstAfterLine(facts.runs, shownUntil, ({ command }) => command.trim() === run.command.trim());
  return toProposition('command-run-again', 'The same command is run again in this session.', run ? again !== undefined : null, again, again?.command ?? '');
};

const personObjects: Make = ({ answer }) => {
  const truth = answer ? isObjection(answer) : null;
  return toProposition('person-objects', 'Your next message corrects something or reports a problem.', truth, answer, answer?.own || answer?.text || '');
};

/** Words shared with a later admission; one alone is too often chance. */
const SHARED_WORDS = 2;

const takenBack: Make = ({ facts, shownUntil, said }) => {
  const later = listOnLines(facts.admissions, shownUntil + 1, Infinity);
  const lowered = said.toLowerCase();
  const shared = later.find(({ words }) => words.filter((word) => lowered.includes(word.toLowerCase())).length >= SHARED_WORDS);
  const truth = shared ? true : later.some(({ strength }) => strength === 'explicit') ? null : false;
  return toProposition('taken-back', 'The agent takes this back before the session ends.', truth, shared, shared?.sentence ?? '');
};

const planApproved: Make = ({ plan, answer }) =>
  toProposition('plan-approved', 'You approve the plan as it stands.', plan?.answer ? plan.answer === 'approved' : null, answer, answer?.own ?? '');

const editsFirst: Make = ({ facts, shownUntil }) => {
  const edit = firstAfterLine(facts.edits, shownUntil);
  const other = [firstAfterLine(facts.runs, shownUntil), firstAfterLine(facts.reads, shownUntil)]
    .filter((place) => place !== undefined)
    .toSorted((a, b) => a.seq - b.seq)[0];
  const truth = edit ? other === undefined || edit.seq < other.seq : other ? false : null;
  return toProposition(
    'edits-first',
    'The agent changes a file before it reads or runs anything.',
    truth,
    truth ? edit : other,
    truth ? (edit?.shownPath ?? '') : 'It looks first.',
  );
};

function toResultPlace(run: Run | undefined): Place | undefined {
  return run && run.resultLine !== null && run.resultSeq !== null ? { seq: run.resultSeq, line: run.resultLine } : run;
}

const toRunQuote = (run: Run | undefined): string => (run ? run.failure?.message || `${cutQuote(run.command, 120)} (${run.status})` : '');

function toProposition(id: string, text: string, truth: boolean | null, place: Place | undefined, quote: string): Proposition {
  const settledBy: Hindsight | undefined = truth !== null && place ? toHindsight({ place, quote }) : undefined;
  return { id, text, truth, ...(settledBy ? { settledBy } : {}) };
}
