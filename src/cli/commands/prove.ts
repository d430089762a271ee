import { createInterface } from 'node:readline/promises';
import { createProver, type Prover } from '../../app/prove/create-prover.ts';
import type { WaitingList, WaitingProbe } from '../../model/api/prove.ts';
import { problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { toInterruptedCode } from '../exit-codes.ts';
import { formatProbe, formatResult, formatWaitingLine } from '../prove/format-waiting.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlain, toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly yes?: boolean;
  readonly sha256?: string;
  readonly decline?: boolean;
  readonly json?: boolean;
}

const HELP = `
A probe is a test or script that somebody in a round of one of your cases asks you to run. It is their code on your machine: you are
shown all of it, with every hidden character made visible, and it runs only after you say yes, on a copy of the case's code, in
bubblewrap, without the network. Where nothing shuts it in, only your own probes are run.

Without a terminal, --yes runs exactly the code whose SHA-256 you give.

Example:
  rounds prove
  rounds prove p_0123456789abcdef
  rounds prove p_0123456789abcdef --yes --sha256 9f86d081…
  rounds prove p_0123456789abcdef --decline`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[probe]', 'which one, by the beginning of its id')
      .option('--yes', 'run it without asking, together with --sha256')
      .option('--sha256 <hash>', 'of the code you have seen')
      .option('--decline', 'say that you will not run it')
      .option('--json', 'print JSON')
      .addHelpText('after', HELP)
      .action((probe: string | undefined, options: Options) => {
        if (options.yes && (options.sha256 === undefined || probe === undefined))
          commander.error('error: --yes needs a probe and --sha256: what is run is exactly what you have seen', { code: 'commander.missingArgument' });
        return withApp(context, (app) => prove(createProver(app), probe, options, context));
      });
  },
};

async function prove(prover: Prover, name: string | undefined, options: Options, context: CommandContext): Promise<void> {
  const listed = await prover.listWaiting();
  if (!listed.ok) return reportProblem(context, listed.problem);
  if (name === undefined) return printList(listed.value, options, context);
  const found = listed.value.probes.filter(({ probe }) => String(probe.id).startsWith(name));
  const [one] = found;
  if (!one || found.length > 1) {
    return reportProblem(
      context,
      problem('not-found', one ? `More than one probe begins with ${name}.` : `No probe ${name} waits for you.`, { next: 'See "rounds prove".' }),
    );
  }
  if (options.decline) return decline(prover, one, context);
  const approved = options.yes ? (options.sha256 ?? '') : await ask(one, listed.value, options, context);
  if (approved === 'decline') return decline(prover, one, context);
  if (approved !== null) await run(prover, one, approved, options, context);
}

function printList({ probes, noSandbox }: WaitingList, { json }: Options, { terminal }: CommandContext): void {
  if (json) return terminal.print(toSafeJson({ probes, noSandbox }));
  if (probes.length === 0) return terminal.tell('No probe waits for you.');
  for (const one of probes) terminal.print(formatWaitingLine(one, terminal));
  if (noSandbox !== null) terminal.tell(`Nothing shuts a probe in here, so only your own are run. ${toPlainLine(noSandbox)}`);
  terminal.tell(`${toCount(probes.length, 'probe')} ${probes.length === 1 ? 'waits' : 'wait'} for you: "rounds prove ID" shows the code and asks.`);
}

/** The digest that was approved, or null where it was not; it is that of what was shown, whatever the team says later. */
async function ask(one: WaitingProbe, { sandbox }: WaitingList, { json }: Options, context: CommandContext): Promise<string | null> {
  const { terminal } = context;
  if (json) {
    terminal.print(toSafeJson(one));
    return null;
  }
  terminal.print(formatProbe(one, terminal));
  if (one.hindrance !== null) {
    terminal.tell(toPlainLine(one.hindrance));
    return null;
  }
  if (!terminal.isInteractive) {
    terminal.tell(`Nothing was run. To run it: rounds prove ${one.probe.id} --yes --sha256 ${one.sha256}`);
    return null;
  }
  terminal.print(
    sandbox === null ? 'Nothing shuts it in here; it is your own code.' : `It would run in ${toPlainLine(sandbox)}, without the network, on a copy.`,
  );
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const said = (await lines.question('Run it? (yes / no / decline) ').catch(() => '')).trim().toLowerCase(); // a closed input is no yes
    if (said === 'decline') return 'decline';
    if (said === 'yes' || said === 'y') return one.sha256;
    terminal.tell('Nothing was run. It goes on waiting.');
    return null;
  } finally {
    lines.close();
  }
}

async function decline(prover: Prover, { probe, author }: WaitingProbe, context: CommandContext): Promise<void> {
  const declined = await prover.decline(probe.id);
  if (!declined.ok) return reportProblem(context, declined.problem);
  context.terminal.tell(`Declined. ${toPlainLine(author)} is told so.`);
}

async function run(prover: Prover, { probe }: WaitingProbe, approved: string, { json }: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const onInterrupt = (): void => void prover.cancel(probe.id);
  process.once('SIGINT', onInterrupt);
  try {
    const begun = await prover.run(probe.id, approved);
    if (!begun.ok) return reportProblem(context, begun.problem);
    if (!json) begun.value.run.follow({ onOutput: (text) => terminal.print(toPlain(text).replace(/\n$/, '')), onEnded: () => undefined });
    const result = await begun.value.ended;
    terminal.print(json ? toSafeJson(result) : formatResult(result, terminal));
    if (result.run.stoppedBy === 'cancelled') context.exitWith(toInterruptedCode('SIGINT'));
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
}
