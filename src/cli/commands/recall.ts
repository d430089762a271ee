import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { openRecall } from '../../app/growth/open-recall.ts';
import { saveProgrammeEnd } from '../../app/growth/programme-end.ts';
import type { AskedCard } from '../../model/api/recall.ts';
import { keepLessonOfTeam } from '../../app/growth/team/keep-lesson.ts';
import { problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { toInterruptedCode } from '../exit-codes.ts';
import { playRecall } from '../growth/play-recall.ts';
import { reportProblem } from '../report-problem.ts';
import { createConversation } from '../round/create-conversation.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

const EXAMPLE = `
Each rule you kept comes back after days, then weeks, through another case of yours where there is one: at most five a day. Leaving
with Ctrl-C keeps what you answered.

Example:
  rounds recall
  rounds recall --keep l_1a2b3c4d5e6f7081    brings a lesson of the team back to you as well
  rounds recall --programme-end 2027-06-30   nothing comes back after that day; "none" takes it away
  rounds recall --json`;

interface Options {
  readonly json?: boolean;
  readonly programmeEnd?: string;
  readonly keep?: string;
}

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--json', 'print what is due as JSON, without the answers, and ask nothing')
      .addHelpText('after', EXAMPLE)
      .option('--keep <lesson>', 'ask for this lesson of the team as well')
      .option('--programme-end <day>', 'when your programme ends, as 2027-06-30, or "none"')
      .action(({ json, programmeEnd, keep }: Options) =>
        withApp(context, (app) => {
          if (programmeEnd !== undefined) return changeEnd(app, programmeEnd, context);
          return keep === undefined ? recall(app, json === true, context) : keepForRecall(app, keep, context);
        }),
      );
  },
};

async function recall(app: App, json: boolean, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const due = openRecall(app);
  if (!due.ok) return reportProblem(context, due.problem);
  if (json) return terminal.print(toSafeJson({ due: due.value.map(toListed) }));
  if (due.value.length === 0) return terminal.print('Nothing is due today. Rules you keep from rounds come back here.');
  if (!terminal.isInteractive)
    return reportProblem(
      context,
      problem('wrong-usage', 'Recall asks questions, and there is no terminal to ask them in.', { next: 'Use --json to list what is due.' }),
    );
  const conversation = createConversation({ input: process.stdin, output: process.stdout });
  const played = await playRecall({ app, cards: due.value, conversation, terminal }).finally(() => conversation.close());
  if (!played.ok) return reportProblem(context, played.problem);
  if (!played.value.wasLeft) return;
  terminal.print();
  terminal.tell('Left. What you answered is kept.');
  context.exitWith(toInterruptedCode('SIGINT'));
}

async function keepForRecall({ journal }: App, lesson: string, context: CommandContext): Promise<void> {
  const kept = await keepLessonOfTeam(journal, lesson);
  if (!kept.ok) return reportProblem(context, kept.problem);
  context.terminal.print(`Kept: “${toPlainLine(kept.value.rule)}” comes back from tomorrow on.`);
}

function changeEnd({ journal }: App, day: string, context: CommandContext): void {
  const end = z.iso.date().safeParse(day);
  if (day !== 'none' && !end.success)
    return reportProblem(context, problem('wrong-usage', `"${toPlainLine(day)}" is no day.`, { next: 'Write it like 2027-06-30, or "none".' }));
  const written = journal.write(() => saveProgrammeEnd(journal, day === 'none' ? null : `${day}T00:00:00.000Z`));
  if (!written.ok) return reportProblem(context, written.problem);
  context.terminal.print(day === 'none' ? 'Rules come back without an end.' : `Rules come back until ${day}.`);
}

const toListed = ({ id, question, case: through }: AskedCard) => ({ id, question, moment: through?.moment ?? null });
