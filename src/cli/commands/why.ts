import { InvalidArgumentError } from 'commander';
import { refreshLessons } from '../../app/lessons/refresh-lessons.ts';
import { explainLine } from '../../app/origins/explain-line.ts';
import type { Command } from '../command.ts';
import { formatExplanation } from '../origins/format-explanation.ts';
import { reportProblem } from '../report-problem.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Place {
  readonly file: string;
  readonly line: number;
}

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('<file:line>', 'a line of a file in a git repository', parsePlace)
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nExample:\n  rounds why src/server.ts:42\n\nIt looks at the sessions already read; "rounds import" reads what is new. Lessons that hold to the line are\nshown as this machine last saw them, where the team is away.',
      )
      .action((place: Place, options: { json?: boolean }) =>
        withApp(context, async (app) => {
          await refreshLessons(app, place.file);
          const explained = await explainLine(app, place);
          if (!explained.ok) return reportProblem(context, explained.problem);
          if (options.json) context.terminal.print(toSafeJson(explained.value));
          else for (const line of formatExplanation(explained.value, app.clock(), context.terminal)) context.terminal.print(line);
        }),
      );
  },
};

function parsePlace(text: string): Place {
  const [, file = '', line = ''] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (file === '' || Number(line) < 1) throw new InvalidArgumentError('It is a file and a line from 1, like src/server.ts:42.');
  return { file, line: Number(line) };
}
