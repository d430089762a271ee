import { readEnvironment } from '../../app/read-environment.ts';
import { verifyRecord } from '../../app/sign-off-record/verify-record.ts';
import type { Command, CommandContext } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { reportProblem } from '../report-problem.ts';
import { formatRecord } from '../sign-off/format-record.ts';
import { toSafeJson } from '../text/to-plain.ts';

interface Options {
  readonly lastHash?: string;
  readonly json?: boolean;
}

const EXAMPLE = `
Checks a record that was downloaded on the page Sign-offs, from its file alone, without a network. Says whether it is whole, and which
entry is not what was recorded. Ends with 1 where it is not whole.

What was cut off at its end shows only with a last hash that was kept or published earlier.

Example:
  rounds sign-off verify sign-off-record.json
  rounds sign-off verify sign-off-record.json --last-hash 5f0c...`;

export const command: Command = {
  register: (commander, context) => {
    commander.addHelpText('after', EXAMPLE);
    commander
      .command('verify <file>')
      .description('check a record of sign-offs')
      .option('--last-hash <hash>', 'what its last hash was earlier')
      .option('--json', 'print JSON')
      .exitOverride()
      .addHelpText('after', EXAMPLE)
      .action((file: string, options: Options) => verify(file, options, context));
  },
};

function verify(file: string, { lastHash, json }: Options, context: CommandContext): void {
  const checked = verifyRecord({ folder: readEnvironment().folder, file, lastHash: lastHash ?? null });
  if (!checked.ok) return reportProblem(context, checked.problem);
  if (json) context.terminal.print(toSafeJson(checked.value.check));
  else for (const line of formatRecord(checked.value, lastHash !== undefined)) context.terminal.print(line);
  if (['broken', 'cut', 'turned-back'].includes(checked.value.check.state)) context.exitWith(EXIT.findings);
}
