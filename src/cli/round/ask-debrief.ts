import type { Debrief, DebriefDraft } from '../../model/debrief.ts';
import { describeProblem, type Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Terminal } from '../terminal.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Conversation } from './create-conversation.ts';

type Field = keyof Debrief;

/** SNAPPS, as the browser asks it (T. M. Wolpaw and others, Acad Med 78 (2003) 893-898): what judgement and reveal have not said yet. */
const QUESTIONS: readonly { readonly field: Field; readonly ask: string; readonly most: number; readonly isOptional?: boolean }[] = [
  { field: 'whatWasRight', ask: 'What was right? One thing to repeat.', most: 2000 },
  { field: 'changedMind', ask: 'What moved you, if you see it differently now? May stay empty.', most: 2000, isOptional: true },
  { field: 'uncertainties', ask: 'What is still unclear? May stay empty.', most: 2000, isOptional: true },
  { field: 'nextTime', ask: 'What will you do next time?', most: 2000 },
  { field: 'generalRule', ask: 'One general rule, as one sentence.', most: 280 },
];

export interface AskDebriefInput {
  readonly draft: DebriefDraft;
  readonly conversation: Conversation;
  readonly terminal: Pick<Terminal, 'print' | 'style' | 'width'>;
  readonly keep: (part: DebriefDraft) => Promise<Result<unknown, Problem>>;
  readonly close: (debrief: Debrief) => Promise<Result<unknown, Problem>>;
}

/** Asks part by part and closes the round. What the round refuses can be changed; a refusal for another reason comes back. */
export async function askDebrief({ draft: before, conversation, terminal, keep, close }: AskDebriefInput): Promise<Result<unknown, Problem>> {
  let draft = before;
  const say = (text: string): void => wrapText(text, terminal.width).forEach((line) => terminal.print(line));

  const change = (part: DebriefDraft): Promise<Result<unknown, Problem>> => {
    draft = { ...draft, ...part };
    return keep(part);
  };
  const put = async ({ field, ask, most, isOptional }: (typeof QUESTIONS)[number]): Promise<'next' | 'back' | Problem> => {
    terminal.print();
    say(ask);
    const now = draft[field];
    if (now) say(terminal.style('dim', `Now: ${toPlainLine(now)}`));
    for (;;) {
      const answer = await conversation.ask('> ');
      if (answer === '<' || /^back$/i.test(answer)) return 'back';
      if (answer === '' && (now || isOptional)) return 'next';
      if (answer === '') say('It cannot stay empty.');
      else if (answer.length > most) say(`Keep it to ${most} characters.`);
      else {
        const kept = await change({ [field]: answer });
        return kept.ok ? 'next' : kept.problem;
      }
    }
  };

  for (let at = 0; at < QUESTIONS.length;) {
    const went = await put(QUESTIONS[at] as (typeof QUESTIONS)[number]);
    if (typeof went === 'object') return { ok: false, problem: went };
    at = went === 'next' ? at + 1 : Math.max(0, at - 1);
  }
  for (;;) {
    terminal.print();
    QUESTIONS.forEach(({ field, ask }, index) => say(`${index + 1}  ${ask} ${terminal.style('bold', toPlainLine(draft[field] ?? ''))}`.trimEnd()));
    const answer = (await conversation.ask('"close", or a number to change it: ')).toLowerCase();
    const chosen = /^\d$/.test(answer) ? QUESTIONS[Number(answer) - 1] : undefined;
    if (chosen) {
      const went = await put(chosen);
      if (typeof went === 'object') return { ok: false, problem: went };
    } else if (answer === 'close') {
      const closed = await close({ generalRule: '', whatWasRight: '', nextTime: '', uncertainties: '', changedMind: '', ...draft });
      if (closed.ok || closed.problem.tag !== 'bad-input') return closed;
      say(toPlain(describeProblem(closed.problem)));
    }
  }
}
