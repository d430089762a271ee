import type { EditFact } from '../facts/facts.ts';
import { isCheck } from '../rule/is-check.ts';
import type { DecisionScene } from './decision-scene.ts';
import { findHeading } from './find-heading.ts';
import { findSubject } from './find-subject.ts';
import { findSymbol } from './find-symbol.ts';
import { cutQuote } from './place-candidate.ts';
import { IS_PATH, isAsking, isCall } from './proposed-text.ts';
import { toShortCommand, toShortName } from './short-name.ts';

/**
 * The question a judge is asked. It is made of the decision's shape and of what was visible then, and never of the rule: so it
 * cannot tell whether the decision was sound.
 */
export function composeQuestion(scene: DecisionScene): string {
  return [toSetting(scene), toDecision(scene), toAsking(scene)].filter(Boolean).join(' ');
}

const LEAST_LETTERS = 3;

function toSetting({ task, message }: DecisionScene): string {
  if (message || !task) return '';
  const own = task.own || task.text;
  // "Implement this plan:" says what it is about only with the plan's name.
  const words = task.pasted === 'part' && /[:?]$/.test(own) ? `${own.slice(0, -1)}: ${findHeading(task.text.slice(task.text.indexOf(own) + own.length))}` : own;
  const cut = cutQuote(words.replace(/^#+\s*/, ''), 90);
  return cut.length < LEAST_LETTERS ? '' : `The person wrote “${toQuoted(cut)}”.`;
}

function toDecision(scene: DecisionScene): string {
  const { shape, edits, run, said, plan, message } = scene;
  const after = toSoFar(scene);
  switch (shape) {
    case 'edit':
    case 'test-edit':
      return edits.length > 0 ? `${after} the agent ${toChange(edits)}.` : `${after} the agent proposes a change.`;
    case 'command':
      return run ? `${after} the agent runs \`${toShortCommand(run.command, 120)}\`.` : `${after} the agent writes “${toQuoted(cutQuote(said, 140))}”.`;
    case 'claim':
    case 'belief':
      return `${after} the ${message ? 'person' : 'agent'} writes “${toQuoted(cutQuote(said, 160))}”.`;
    case 'plan':
      return isAsking(plan?.text ?? said)
        ? `${after} the agent asks “${toQuoted(cutQuote(plan?.text ?? said, 140))}”.`
        : `${after} the agent proposes ${toProposal(plan?.text ?? said)}.`;
    case 'request':
      return `${after} the person writes “${toQuoted(cutQuote(said, 140))}”.`;
  }
}

/** Words as they stand inside quotation marks: marks of their own are single, a full stop at the end is the sentence's. */
const toQuoted = (text: string): string =>
  text
    .replaceAll('**', '')
    .replaceAll(/["“”]/g, "'")
    .replace(/[.:]+$/, '');

function toProposal(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  if (lines === 0) return 'a change';
  if (isCall(text)) return 'a call to one of its tools';
  if (IS_PATH.test(text.trim())) return `a change to ${toShortName(text.trim())}`;
  return lines > 1 ? `a plan of ${count(lines, 'line')}, “${toQuoted(cutQuote(findHeading(text), 80))}”` : `“${toQuoted(cutQuote(text, 140))}”`;
}

/** What the agent had done since it was asked: the judge sees the same in the case. */
function toSoFar({ editsSoFar, runsSoFar, readsSoFar, message }: DecisionScene): string {
  const done = [
    editsSoFar.length > 0 ? count(editsSoFar.length, 'edit') : '',
    runsSoFar.length > 0 ? count(runsSoFar.length, 'command') : '',
    editsSoFar.length + runsSoFar.length === 0 && readsSoFar > 0 ? `reading ${count(readsSoFar, 'file')}` : '',
  ].filter(Boolean);
  return done.length > 0 ? `After ${done.join(' and ')}` : message ? 'Then' : 'At once';
}

function toChange(edits: readonly EditFact[]): string {
  const [first] = edits;
  if (!first) return 'makes this change';
  const paths = new Set(edits.map(({ shownPath }) => shownPath));
  const added = edits.reduce((sum, edit) => sum + edit.addedCount, 0);
  const removed = edits.reduce((sum, edit) => sum + edit.removedCount, 0);
  const where = paths.size > 1 ? count(paths.size, 'file') : toShortName(first.shownPath);
  if (first.change === 'delete') return `deletes ${where}`;
  return `${first.change === 'create' ? 'creates' : 'changes'} ${where}${added + removed > 0 ? ` (+${added} −${removed})` : ''}`;
}

/** What to think of before judging: about the thing itself, by the name it has in the session. */
function toAsking(scene: DecisionScene): string {
  const { shape, edits, run, editsSoFar, runsSoFar, said, plan } = scene;
  const file = toShortName(edits[0]?.shownPath ?? '');
  switch (shape) {
    case 'edit': {
      const symbol = findSymbol(edits);
      return symbol
        ? `What can callers of ${symbol} rely on now, and would you take it as it stands?`
        : `What changes for whoever relies on ${file || 'it'}, and would you take it as it stands?`;
    }
    case 'test-edit': {
      const symbol = findSymbol(edits);
      return `What would have to break before ${symbol || file || 'this test'} goes red, and would you take it as it stands?`;
    }
    case 'command':
      return run && isCheck(run)
        ? `What will \`${toShortCommand(run.command, 60)}\` show, and what will it leave open?`
        : `What will be different once \`${toShortCommand(run?.command ?? said, 60)}\` has run, and would you let it?`;
    case 'claim':
      return toProof(runsSoFar.length, editsSoFar.at(-1));
    case 'belief':
      return toDoubt(scene);
    case 'plan':
      return toWish(plan?.text ?? said, plan !== undefined);
    case 'request':
      return `What does the agent not know yet when it reads “${toQuoted(cutQuote(said, 40))}”?`;
  }
}

/** A doubter's question on a claim: of what was run, and of the file changed last. */
function toProof(runs: number, last: EditFact | undefined): string {
  const of = last ? ` of ${toShortName(last.shownPath)}` : '';
  if (runs === 0) return `What would you show to somebody who doubts it${of}?`;
  return runs === 1
    ? `Would that one command convince somebody who doubts it${of}?`
    : `Which of the ${runs} commands would you show to somebody who doubts it${of}?`;
}

const ANNOUNCES =
  /^(?:(?:ok(?:ay)?|good|now|first|next|so|understood|right|actually|wait|hmm+)\b[,.!—– -]*)*(?:let(?:'s| me|’s)|i(?:'ll|’ll| will| am going to|'m going to))\b/i;

function toDoubt({ said, runsSoFar, readsSoFar, message }: DecisionScene): string {
  const subject = findSubject(said);
  if (message) return subject ? `What around ${subject} would show whether it is so?` : 'What would show whether it is so?';
  if (ANNOUNCES.test(said)) return subject ? `Is ${subject} where you would go next?` : 'Is that the step you would take next?';
  if (subject) return `Where around ${subject} would you see it if that were not so?`;
  const looks = runsSoFar.length + readsSoFar;
  if (looks === 0) return 'What would you look at first to find out?';
  return looks === 1 ? 'Does what it had looked at by then bear it out?' : `Of the ${looks} things it had looked at by then, which bears it out?`;
}

function toWish(text: string, isPlan: boolean): string {
  if (isAsking(text)) return 'How would you answer, and what would you ask back?';
  if (isPlan) return `What must be true for its ${count(countSteps(text), 'step')} to work, and would you let it begin?`;
  return IS_PATH.test(text.trim())
    ? `What would you want to know about ${toShortName(text.trim())} before it begins?`
    : 'What would you want to know before it begins?';
}

const countSteps = (text: string): number => Math.max(1, text.match(/^\s*(?:[-*]|\d+\.) \S/gm)?.length ?? 0);

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
