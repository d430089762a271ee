import type { App } from '../../app/app.ts';
import { answerCard, putCardAway, turnCard } from '../../app/growth/answer-card.ts';
import type { AskedCard } from '../../model/api/recall.ts';
import type { Problem } from '../../model/problem.ts';
import type { RecallGrade, RecallKind } from '../../model/recall.ts';
import { ok, type Result } from '../../model/result.ts';
import { Left, type Conversation } from '../round/create-conversation.ts';
import { toShownCase } from '../round/show-case.ts';
import { showPages } from '../round/show-pages.ts';
import type { Terminal } from '../terminal.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

const GRADE_BY_KEY: Readonly<Record<string, RecallGrade>> = { '1': 'again', '2': 'hard', '3': 'good', '4': 'easy' };
const PUT_AWAY = 'p';
const KIND_WORDS: Readonly<Record<RecallKind, string>> = {
  plain: '',
  delayed: ' Remembered or not after 14 days or more.',
  transfer: ' It was a case from elsewhere.',
};

export interface RecallInput {
  readonly app: Pick<App, 'journal' | 'clock'>;
  readonly cards: readonly AskedCard[];
  readonly conversation: Conversation;
  readonly terminal: Terminal;
}

/** The cards one by one: the case, the person's own thought, the rule, how well it came back. Each answer is kept as it is given. */
export async function playRecall({ app, cards, conversation, terminal }: RecallInput): Promise<Result<{ readonly wasLeft: boolean }, Problem>> {
  const say = (text: string): void => wrapText(text, terminal.width).forEach((line) => terminal.print(line));
  try {
    for (const [index, card] of cards.entries()) {
      terminal.print();
      terminal.print(terminal.style('dim', `${index + 1} of ${cards.length}`));
      const done = await ask(card);
      if (!done.ok) return done;
    }
    terminal.print();
    say('Done.');
    return ok({ wasLeft: false });
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    return ok({ wasLeft: true });
  }

  async function ask({ id, question, case: through }: AskedCard): Promise<Result<unknown, Problem>> {
    const moment = through?.moment ?? null;
    if (through) await showPages(toShownCase(through, terminal).text, terminal, conversation);
    wrapText(toPlainLine(question), terminal.width).forEach((line) => terminal.print(terminal.style('bold', line)));
    await conversation.ask('Think, then Enter shows the rule. ');
    const turned = turnCard(app, id, moment);
    if (!turned.ok) return turned;
    say(toPlainLine(turned.value.rule));
    const grade = await askGrade();
    if (grade === PUT_AWAY) {
      say(terminal.style('dim', 'Put away: it is not asked again.'));
      return putCardAway(app, id, true);
    }
    const kept = answerCard(app, id, { grade, moment });
    if (!kept.ok) return kept;
    say(terminal.style('dim', `Comes back in ${toCount(kept.value.days, 'day')}.${KIND_WORDS[kept.value.kind]}`));
    return ok(null);
  }

  async function askGrade(): Promise<RecallGrade | typeof PUT_AWAY> {
    for (;;) {
      const key = (await conversation.ask('Did it come back? 1 no, 2 hardly, 3 yes, 4 at once; p puts it away: ')).trim();
      const grade = key === PUT_AWAY ? PUT_AWAY : GRADE_BY_KEY[key];
      if (grade) return grade;
    }
  }
}
