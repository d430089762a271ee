import { createInterface } from 'node:readline/promises';
import { deconstructRange, type Deconstruction } from '../../app/deconstruct/deconstruct-range.ts';
import { explainHunk, listUnexplained } from '../../app/deconstruct/explain-hunk.ts';
import type { RankedHunk } from '../../app/deconstruct/list-hunks.ts';
import type { App } from '../../app/app.ts';
import type { HunkPrediction } from '../../model/deconstruction.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatFinding, formatHunk, formatUnexplained } from '../deconstruct/format-hunk.ts';
import { parseTop } from '../deconstruct/parse-top.ts';
import { toInterruptedCode } from '../exit-codes.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly repo: string;
  readonly top: number;
  readonly predict: boolean;
  readonly unexplained?: boolean;
  readonly explain?: string;
  readonly because?: string;
  readonly json?: boolean;
}

const EXAMPLE = `
Each hunk is taken out of a copy of the tree and the repository's own tests are run without it: in bubblewrap where that works,
without the network, never in your work tree. You are asked first which test will fail. Hunks that no test minds stay listed
until somebody explains, tests or deletes them.

Known are vitest, jest, node:test, pytest, go test and cargo test. The packages installed in your checkout are used when its lock
file is that of the tree.

Example:
  rounds deconstruct main..HEAD
  rounds deconstruct HEAD~1..HEAD --top 3 --no-predict --json
  rounds deconstruct --unexplained
  rounds deconstruct --explain 1a2b --because "only read by the nightly job"`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[range]', 'BASE..HEAD')
      .option('--repo <folder>', 'a folder in the repository', '.')
      .option('--top <n>', 'take out the N riskiest hunks', parseTop, 10)
      .option('--no-predict', 'do not ask what will fail')
      .option('--unexplained', 'list what no test minded and nobody has explained')
      .option('--explain <id>', 'say what a hunk is for, with --because')
      .option('--because <words>', 'the explanation; without it the one before is taken back')
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action((range: string | undefined, options: Options) => {
        if (range === undefined && !options.unexplained && options.explain === undefined)
          commander.error("error: missing required argument 'range'", { code: 'commander.missingArgument' });
        return withApp(context, (app) => {
          if (options.explain !== undefined) return explain(app, options.explain, options, context);
          return range === undefined || options.unexplained ? printUnexplained(app, options, context) : deconstruct(app, range, options, context);
        });
      });
  },
};

async function explain(app: App, id: string, { repo, because, json }: Options, context: CommandContext): Promise<void> {
  const explained = await explainHunk(app, repo, id, because ?? null);
  if (!explained.ok) return reportProblem(context, explained.problem);
  const { path, explanation } = explained.value;
  if (json) context.terminal.print(toSafeJson(explained.value));
  else context.terminal.print(explanation === null ? `${toPlainLine(path)} is unexplained again.` : `${toPlainLine(path)}: ${toPlainLine(explanation)}`);
}

async function printUnexplained(app: App, { repo, json }: Options, context: CommandContext): Promise<void> {
  const listed = await listUnexplained(app, repo);
  if (!listed.ok) return reportProblem(context, listed.problem);
  if (json) return context.terminal.print(toSafeJson(listed.value));
  if (listed.value.length === 0) context.terminal.tell('Nothing here is unexplained.');
  for (const one of listed.value) context.terminal.print(formatUnexplained(one, context.terminal));
}

async function deconstruct(app: App, range: string, { repo, top, predict, json }: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const asks = predict && terminal.isInteractive && !json;
  const lines = asks ? createInterface({ input: process.stdin, output: process.stderr }) : undefined;
  lines?.once('SIGINT', onInterrupt);
  try {
    const done = await deconstructRange(app, {
      range,
      folder: repo,
      top,
      signal: stop.signal,
      onProgress: (what) => terminal.showProgress(`${what}…`),
      onBegin({ hunks, of, suite, sandbox, baseline }) {
        const seconds = (baseline.run.durationMs / 1000).toFixed(1);
        terminal.tell(`${suite.shownAs} passes on the whole change (${seconds} s). Taking out ${hunks} of ${toCount(of, 'hunk')}, the riskiest first.`);
        if (sandbox.kind === 'none') terminal.tell(`Nothing shuts the tests in here: ${sandbox.why} It is your own code that runs.`);
        if (suite.note) terminal.tell(suite.note);
      },
      ...(lines ? { predict: (hunk: RankedHunk, at: number) => ask(hunk, at, lines, context, stop.signal) } : {}),
      onHunk(hunk) {
        if (json) return;
        if (!lines) terminal.print(formatHunk(hunk, terminal));
        terminal.print(formatFinding(hunk, terminal));
      },
    });
    terminal.clearProgress();
    if (!done.ok) return reportProblem(context, done.problem);
    if (json) terminal.print(toSafeJson(done.value));
    else terminal.tell(toSummary(done.value));
    if (done.value.wasStopped) context.exitWith(toInterruptedCode('SIGINT'));
  } finally {
    lines?.close();
    process.removeListener('SIGINT', onInterrupt);
  }
}

async function ask(
  hunk: RankedHunk,
  at: number,
  lines: ReturnType<typeof createInterface>,
  { terminal }: CommandContext,
  signal: AbortSignal,
): Promise<HunkPrediction | null> {
  terminal.print(`${at > 0 ? '\n' : ''}${formatHunk(hunk, terminal)}`);
  const answer = await lines
    .question('Without these lines, which test fails? (part of its name; "any"; "none"; Enter for no guess) ', { signal })
    .catch(() => ''); // Ctrl-C or a closed input: no guess
  const said = answer.trim();
  if (said === '') return null;
  if (/^none$/i.test(said)) return { expects: 'nothing' };
  return { expects: 'failure', test: /^any$/i.test(said) ? '' : said };
}

function toSummary({ hunks, left, wasStopped }: Deconstruction): string {
  const unexplained = hunks.filter(({ finding, explanation }) => finding === 'unexplained' && explanation === null).length;
  const guessed = hunks.filter(({ predictedRight }) => predictedRight !== null);
  const right = guessed.filter(({ predictedRight }) => predictedRight).length;
  return [
    `${toCount(hunks.length, 'hunk')} taken out${wasStopped ? ' before you stopped it' : ''}:`,
    unexplained === 0 ? 'a test minds every one.' : `${unexplained} that no test minds ("rounds deconstruct --unexplained").`,
    ...(guessed.length > 0 ? [`You expected ${right} of ${guessed.length} rightly.`] : []),
    ...(left > 0 ? [`${left} of less risk stayed in (--top).`] : []),
  ].join(' ');
}
