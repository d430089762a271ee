import { judgementSchema, type Judgement, type JudgementDraft } from '../../model/judgement.ts';
import type { Terminal } from '../terminal.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Conversation } from './create-conversation.ts';
import { JUDGEMENT_QUESTIONS, type Asked, type Question } from './judgement-questions.ts';

/** What a person decided to do with their judgement; leaving is `Left`. */
export type Decided = { readonly type: 'seal'; readonly judgement: Judgement } | { readonly type: 'pass' };

export interface AskJudgementInput {
  readonly about: Asked;
  readonly draft: JudgementDraft;
  readonly conversation: Conversation;
  readonly terminal: Pick<Terminal, 'print' | 'style' | 'width'>;
  /** Called after each answer, so that leaving loses none. */
  readonly keep: (draft: JudgementDraft) => void;
  readonly showCase: () => Promise<void>;
}

/** Asks what is still open, lets everything be looked at and changed, and ends with an explicit seal or pass. */
export async function askJudgement({ about, draft: before, conversation, terminal, keep, showCase }: AskJudgementInput): Promise<Decided> {
  const questions = JUDGEMENT_QUESTIONS.filter(({ name }) => name !== 'Remembered' || !about.knewOutcome);
  let draft = before;
  const say = (text: string): void => wrapText(text, terminal.width).forEach((line) => terminal.print(line));

  const change = (part: JudgementDraft): void => {
    draft = { ...draft, ...part };
    keep(draft);
  };
  const put = async (question: Question): Promise<'next' | 'back'> => {
    terminal.print();
    for (const line of question.ask(about)) say(line);
    const now = question.show(draft, about);
    if (now) say(terminal.style('dim', `Now: ${toPlainLine(now)}`));
    for (;;) {
      const answer = await conversation.ask('> ');
      if (answer === '<' || /^back$/i.test(answer)) return 'back';
      if (answer === '?') await showCase();
      else if (answer === '' && now !== null) return 'next';
      else {
        const parsed = question.parse(answer, about);
        if (typeof parsed !== 'string') {
          change(parsed);
          return 'next';
        }
        say(parsed);
      }
    }
  };

  say(terminal.style('dim', 'Enter keeps what stands there, < goes back, ? shows the case again. Ctrl-C leaves; everything is kept.'));
  const firstOpen = questions.findIndex((question) => question.show(draft, about) === null);
  for (let at = firstOpen === -1 ? questions.length : firstOpen; at < questions.length;) {
    at = (await put(questions[at] as Question)) === 'next' ? at + 1 : Math.max(0, at - 1);
  }
  for (;;) {
    terminal.print();
    questions.forEach((question, index) => say(`${index + 1}  ${question.name}: ${toPlainLine(question.show(draft, about) ?? '')}`.trimEnd()));
    say(terminal.style('dim', 'Sealed, it cannot be changed.'));
    const answer = (await conversation.ask('"seal", a number to change it, ? for the case, or "pass": ')).toLowerCase();
    if (answer === '?') await showCase();
    else if (/^\d$/.test(answer) && questions[Number(answer) - 1]) await put(questions[Number(answer) - 1] as Question);
    else if (answer === 'pass' && (await isSure(conversation))) return { type: 'pass' };
    else if (answer === 'seal') {
      const whole = judgementSchema.safeParse({ lines: [], changeMyMind: '', ...draft, knewOutcome: about.knewOutcome || (draft.knewOutcome ?? false) });
      if (whole.success) return { type: 'seal', judgement: whole.data };
      say(whole.error.issues[0]?.message ?? 'The judgement is not complete.');
    }
  }
}

const isSure = async ({ ask }: Conversation): Promise<boolean> => /^y(?:es)?$/i.test(await ask('Give up your answer for good? (yes or no) '));
