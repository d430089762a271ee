/** What a judgement is made of, as questions with answers that are checked one by one. */
import type { Case } from '../../model/case.ts';
import { verdictSchema, type JudgementDraft } from '../../model/judgement.ts';
import { toPlainLine } from '../text/to-plain.ts';
import type { CaseLine } from './list-case-blocks.ts';
import { formatMarks, parseMarks } from './mark-lines.ts';

export interface Asked {
  readonly case: Case;
  readonly lines: readonly CaseLine[];
  /** The round knows that I lived through it. */
  readonly knewOutcome: boolean;
}

export interface Question {
  readonly name: string;
  readonly ask: (about: Asked) => readonly string[];
  /** What stands there now; null while it is open. */
  readonly show: (draft: JudgementDraft, about: Asked) => string | null;
  /** The part of the draft an answer makes, or what is wrong with it. */
  readonly parse: (answer: string, about: Asked) => JudgementDraft | string;
  /** Enter leaves it empty. */
  readonly isOptional?: boolean;
}

const VERDICTS = verdictSchema.options;

const verdict: Question = {
  name: 'Verdict',
  ask: () => ['What would you do: accept, change, reject or unsure?', '(I would take it as it is, with a change, or not; or I cannot tell from this.)'],
  show: (draft) => draft.verdict ?? null,
  parse(answer) {
    const word = answer.toLowerCase();
    const chosen = VERDICTS.filter((one) => word !== '' && one.startsWith(word));
    return chosen.length === 1 && chosen[0] ? { verdict: chosen[0] } : 'Write accept, change, reject or unsure; a beginning of the word is enough.';
  },
};

const lines: Question = {
  name: 'Lines',
  ask: ({ lines: known }) => [`Which lines decided it? Numbers of 1 to ${known.length}, like 12-14, 20; "none" for none.`],
  show: (draft, about) => (draft.lines === undefined ? null : formatMarks(draft.lines, about.lines) || 'none'),
  parse(answer, about) {
    if (/^(?:none|-)?$/i.test(answer)) return { lines: [] };
    const marks = parseMarks(answer, about.lines);
    return marks.ok ? { lines: marks.value } : `${marks.problem.what} ${marks.problem.next ?? ''}`.trim();
  },
  isOptional: true,
};

const reason: Question = {
  name: 'Why',
  ask: () => ['Why? The reason you would give a colleague.'],
  show: (draft) => draft.reason ?? null,
  parse: (answer) => (answer === '' ? 'Say in a sentence why.' : answer.length > 4000 ? 'Keep it under 4,000 characters.' : { reason: answer }),
};

const proposition: Question = {
  name: 'Statement',
  ask: ({ case: { propositions } }) => [
    propositions.length > 0
      ? 'Choose one statement about what comes next by its number, or write your own:'
      : 'Write one statement about what comes next, that will turn out true or not whatever anyone thinks.',
    ...propositions.map(({ text }, index) => `  ${index + 1}  ${toPlainLine(text)}`),
  ],
  show: (draft) => draft.proposition ?? null,
  parse(answer, { case: { propositions } }) {
    if (/^\d+$/.test(answer)) {
      const chosen = propositions[Number(answer) - 1];
      return chosen ? { proposition: chosen.text } : `There are the statements 1 to ${propositions.length}.`;
    }
    return answer === '' ? 'Choose one statement that the world will settle.' : answer.length > 500 ? 'Keep it under 500 characters.' : { proposition: answer };
  },
};

const probability: Question = {
  name: 'Probability',
  ask: () => ['How likely is it that this is true? 1 to 99 %.'],
  show: (draft) => (draft.probability === undefined ? null : `${draft.probability} %`),
  parse(answer) {
    const [, digits] = /^(\d{1,2})\s*%?$/.exec(answer) ?? [];
    return digits === undefined || Number(digits) === 0 ? 'Write a whole number from 1 to 99: nothing is certain yet.' : { probability: Number(digits) };
  },
};

const changeMyMind: Question = {
  name: 'Would change my mind',
  ask: () => ['What would change your mind? May stay empty.'],
  show: (draft) => draft.changeMyMind ?? null,
  parse: (answer) => (answer.length > 2000 ? 'Keep it under 2,000 characters.' : { changeMyMind: answer }),
  isOptional: true,
};

const knewOutcome: Question = {
  name: 'Remembered',
  ask: () => ['Do you remember how this ended? It is then not scored. (y or n)'],
  show: (draft, about) => (about.knewOutcome ? 'yes, I lived through it' : draft.knewOutcome === undefined ? null : draft.knewOutcome ? 'yes' : 'no'),
  parse: (answer) => (/^y/i.test(answer) ? { knewOutcome: true } : /^n?$|^no$/i.test(answer) ? { knewOutcome: false } : 'Write y or n.'),
  isOptional: true,
};

/** In the order they are asked. */
export const JUDGEMENT_QUESTIONS: readonly Question[] = [verdict, lines, reason, proposition, probability, changeMyMind, knewOutcome];
