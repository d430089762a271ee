import { findHome } from '../../app/find-home.ts';
import { readEnvironment } from '../../app/read-environment.ts';
import { runSimulation, type SimulationReport } from '../../app/simulate/run-simulation.ts';
import type { Command, CommandContext } from '../command.ts';
import { parseCount } from '../parse-count.ts';
import { toInterruptedCode } from '../exit-codes.ts';
import { reportProblem } from '../report-problem.ts';
import { waitForSignal } from '../wait-for-signal.ts';

interface Options {
  readonly pairs: number;
  readonly weeks: number;
  readonly seed: number;
  readonly json?: boolean;
}

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--pairs <number>', 'how many pairs', parseCount, 20)
      .option('--weeks <number>', 'how many weeks of the year', parseCount, 60)
      .option('--seed <number>', 'the same number makes the same year', parseCount, 1)
      .option('--json', 'print what came of it as JSON')
      .addHelpText(
        'after',
        `
Makes up an organisation and lives a year of its pairs through, with the same code and database as a real one: rounds, projects,
weekly pages, leave, hand-overs, sign-offs, surveys. Then it checks what must be true of every year. Nobody in it is real. It
needs a home of its own, so that nothing of yours is mixed with it; "rounds serve" in that home shows it.

Example:
  rounds simulate-year --pairs 6
  rounds serve
  (both with ROUNDS_HOME set to a new folder)`,
      )
      .action((options: Options) => simulate(options, context));
  },
};

async function simulate({ pairs, weeks, seed, json }: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const environment = readEnvironment();
  const stop = new AbortController();
  // The database has a session of its own: left alone it would go on after this process.
  void waitForSignal().then((signal) => stop.abort(signal));
  const done = await runSimulation({
    environment,
    signal: stop.signal,
    pairs,
    weeks,
    seed,
    onWeek: (week, of) => terminal.showProgress(`Week ${week + 1} of ${of}`),
  });
  terminal.clearProgress();
  if (stop.signal.aborted) context.exitWith(toInterruptedCode(stop.signal.reason as NodeJS.Signals));
  if (!done.ok) return reportProblem(context, done.problem);
  if (json) terminal.print(JSON.stringify(done.value, null, 2));
  else printReport(done.value, findHome(environment), context);
  if (done.value.invariants.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
}

function printReport({ tally, invariants, signIn, seconds }: SimulationReport, home: string, { terminal }: CommandContext): void {
  const { refusals, ...counts } = tally;
  terminal.print(`A year in ${seconds.toFixed(0)} s:`);
  for (const [name, count] of Object.entries(counts)) terminal.print(`  ${String(count).padStart(6)}  ${toWords(name)}`);
  for (const [code, count] of Object.entries(refusals)) terminal.print(`  ${String(count).padStart(6)}  refused to sign: ${code}`);
  terminal.print('');
  for (const { name, asked, broken } of invariants)
    terminal.print(
      `${broken.length > 0 ? terminal.style('red', '✗') : asked === 0 ? '–' : terminal.style('green', '✓')} ${name} (${asked})${broken.length > 0 ? ` Broken by ${broken.slice(0, 5).join(', ')}` : ''}`,
    );
  terminal.print('');
  terminal.print(`It is in ${home}. "rounds serve" there shows it; sign in with the password ${signIn.password} as`);
  for (const { email, part } of signIn.people) terminal.print(`  ${email}  ${part}`);
}

const WORDS: Readonly<Record<string, string>> = {
  roundsWithGuest: 'of them with a third person',
  projectsRefused: 'times a project was not closed, with a change left unexplained',
  handOvers: 'hand-overs',
  signOffsAsked: 'sign-offs asked for',
  signOffsGranted: 'sign-offs granted',
  signOffsDeclined: 'sign-offs declined',
  reversals: 'sign-offs reversed',
  surveys: 'surveys answered',
  completed: 'years completed',
};

/** missedWeeks: missed weeks. */
const toWords = (name: string): string => WORDS[name] ?? name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
