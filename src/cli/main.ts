import { Command as Commander, CommanderError } from 'commander';
import type { CommandContext } from './command.ts';
import { COMMANDS } from './command-list.ts';
import { EXIT } from './exit-codes.ts';
import { endQuietly } from './end-quietly.ts';
import { readEnvironment } from '../app/read-environment.ts';
import { createTerminal } from './terminal.ts';
import { toPlainLine } from './text/to-plain.ts';

/** Runs one command line. Only the asked command's code is loaded, so that --help is there at once. */
export async function main(args: readonly string[]): Promise<void> {
  endQuietly(process);
  const terminal = createTerminal(process);
  const context: CommandContext = { terminal, exitWith: (code) => void (process.exitCode ||= code) };
  const program = new Commander('rounds')
    .description('Two or three moments of your real work with coding agents, judged blind, settled by what happened next.')
    .usage('[command] [options]')
    .helpCommand(false)
    .version(readEnvironment().version, '--version', 'print the version')
    .showHelpAfterError('Run "rounds --help" to see what there is.')
    .configureOutput({ writeErr: (text) => void process.stderr.write(text) })
    .exitOverride();
  const asked = COMMANDS.find(({ name }) => name === args.find((arg) => COMMANDS.some((command) => command.name === arg)));
  for (const { name, summary, load } of COMMANDS) {
    const commander = program
      .command(name)
      .description(summary)
      .showHelpAfterError(`Run "rounds ${name} --help" for its options and an example.`)
      .exitOverride();
    if (name === asked?.name) (await load()).command.register(commander, context);
  }
  if (!asked) await registerDefault(program, context);

  try {
    const [first] = args;
    if (!asked && first !== undefined && !first.startsWith('-')) program.error(`error: unknown command '${toPlainLine(first)}'`);
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    terminal.clearProgress();
    if (error instanceof CommanderError) context.exitWith(error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage);
    else {
      terminal.tell(`This is a bug in Rounds: ${error instanceof Error ? error.stack : String(error)}`);
      context.exitWith(EXIT.bug);
    }
  }
}

/** `rounds` alone: its options belong to the help, its code is loaded when it runs. */
async function registerDefault(program: Commander, context: CommandContext): Promise<void> {
  const { registerOpen } = await import('./register-open.ts');
  registerOpen(program, async (options) => {
    const { open } = await import('./commands/open.ts');
    await open(options, context);
  });
}
