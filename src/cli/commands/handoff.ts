import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseHandoff, writeHandoff } from '../../app/handoff/handoff-text.ts';
import { prepareHandoff, redactHandoff, type PreparedHandoff } from '../../app/handoff/prepare-handoff.ts';
import { problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { editText } from '../handoff/edit-text.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlain, toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly edit?: boolean;
  readonly to?: string;
  readonly json?: boolean;
}

const EXAMPLE = `
A question for a colleague in four parts (situation, background, assessment, recommendation), drafted from the session's own
facts: the check that fails, since when, what was tried, the task. Secrets are taken out; nothing is sent anywhere.

Example:
  rounds handoff                       the session in this folder
  rounds handoff s_1a2b --edit         first in your editor
  rounds handoff --to question.md`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[session]', 'its id, or enough of its beginning (default: the one in this folder)')
      .option('--edit', 'open the draft in your editor first')
      .option('--to <file>', 'write it to a new file')
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action((session: string | undefined, options: Options) =>
        withApp(context, async (app) => {
          const drafted = await prepareHandoff(app, session ?? null);
          if (!drafted.ok) return reportProblem(context, drafted.problem);
          if (!options.edit) return hand(drafted.value, options, context);
          const edited = editText(writeHandoff(drafted.value.handoff), process.env);
          const parsed = edited.ok ? parseHandoff(edited.value) : edited;
          // A secret can be typed as well as copied.
          const redacted = parsed.ok ? await redactHandoff(parsed.value) : parsed;
          if (!redacted.ok) return reportProblem(context, redacted.problem);
          hand(redacted.value, options, context);
        }),
      );
  },
};

function hand({ handoff, redactions }: PreparedHandoff, { to, json }: Options, context: CommandContext): void {
  const { terminal } = context;
  const text = writeHandoff(handoff);
  if (to !== undefined) {
    const file = resolve(to);
    if (existsSync(file)) return reportProblem(context, problem('wrong-usage', `${to} is there already.`, { next: 'Choose another name.' }));
    writeFileSync(file, text, { mode: 0o600 });
    terminal.tell(`Wrote ${toPlainLine(to)}.`);
  } else terminal.print(json ? toSafeJson({ ...handoff, redactions }) : toPlain(text).trimEnd());
  if (redactions.length > 0)
    terminal.tell(`${toCount(redactions.length, 'thing')} taken out: ${redactions.map(toPlainLine).join(', ')}. Read it before you send it.`);
}
