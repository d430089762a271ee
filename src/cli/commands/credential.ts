import { verifyCredential } from '../../app/credentials/verify-credential.ts';
import { readEnvironment } from '../../app/read-environment.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatChecked } from '../credential/format-checked.ts';
import { EXIT } from '../exit-codes.ts';
import { reportProblem } from '../report-problem.ts';
import { toSafeJson } from '../text/to-plain.ts';

interface Options {
  readonly status?: string;
  readonly issuer?: string;
  readonly json?: boolean;
}

const EXAMPLE = `
Checks an Open Badges 3.0 credential from its file alone, without a network, and says of each thing whether it holds, fails or was
not checked. Ends with 1 where it does not hold.

To know whether it was reversed, fetch the list it names and give it with --status. To know whose key it is, compare with what the
organisation publishes, and give that key with --issuer.

Example:
  rounds credential verify ada.json
  rounds credential verify ada.json --status reversed.json --issuer did:key:z6Mk...`;

export const command: Command = {
  register: (commander, context) => {
    commander.addHelpText('after', EXAMPLE);
    commander
      .command('verify <file>')
      .description('check a credential')
      .option('--status <file>', "a copy of the issuer's list of reversals")
      .option('--issuer <did>', 'the key the organisation is known by, as did:key:...')
      .option('--json', 'print JSON')
      .exitOverride()
      .addHelpText('after', EXAMPLE)
      .action((file: string, options: Options) => verify(file, options, context));
  },
};

async function verify(file: string, { status, issuer, json }: Options, context: CommandContext): Promise<void> {
  const checked = await verifyCredential({ folder: readEnvironment().folder, file, status: status ?? null, issuer: issuer ?? null, now: new Date() });
  if (!checked.ok) return reportProblem(context, checked.problem);
  if (json) context.terminal.print(toSafeJson(checked.value));
  else for (const line of formatChecked(checked.value, context.terminal)) context.terminal.print(line);
  if (!checked.value.holds) context.exitWith(EXIT.findings);
}
