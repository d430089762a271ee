import { createInterface } from 'node:readline/promises';
import { drawComparison } from '../../app/compare/draw-comparison.ts';
import { findComparison, reveal, settleComparison } from '../../app/compare/settle-comparison.ts';
import { showOutputs } from '../../app/compare/show-outputs.ts';
import type { App } from '../../app/app.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { Result } from '../../model/result.ts';
import type { Problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { askJudgement } from '../compare/ask-judgement.ts';
import { formatList, formatOutput, formatRevealed, toPublic } from '../compare/format-comparison.ts';
import { parsePasses, parseRanking } from '../compare/parse-judgement.ts';
import { reportProblem } from '../report-problem.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly repo: string;
  readonly base?: string;
  readonly hidden?: string;
  readonly judge?: string;
  readonly ranking?: string[];
  readonly passes?: Record<string, number>;
  readonly because?: string;
  readonly reveal?: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

const EXAMPLE = `
The outputs get letters, drawn by chance and written down, and are shown without names. You rank them, say why, and say how sure
you are that each passes; that is sealed. Only then the repository's own tests run on each, and the hidden ones, and the names
are told.

Example:
  rounds compare agent-one agent-two --hidden ../hidden-tests
  rounds compare --judge cmp_1a2b --ranking B,A --passes A=30,B=85 --because "A loses the last line"
  rounds compare --list`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[outputs...]', 'branches, tags or commits')
      .option('--repo <folder>', 'a folder in the repository', '.')
      .option('--base <commit>', 'what they are changes of (default: where they parted)')
      .option('--hidden <folder>', 'tests nobody has seen, laid over each output')
      .option('--judge <id>', 'seal a judgement, with --ranking, --passes and --because')
      .option('--ranking <letters>', 'the best first: B,A', parseRanking)
      .option('--passes <percents>', 'how sure you are that each passes: A=30,B=85', parsePasses)
      .option('--because <words>', 'why the best is the best')
      .option('--reveal <id>', 'run the checks of a sealed comparison again, where they were stopped')
      .option('--list', 'what was compared')
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action((outputs: string[], options: Options) =>
        withApp(context, (app) => {
          if (options.list) return printList(app, options, context);
          if (options.reveal !== undefined) return revealAgain(app, options.reveal, options, context);
          if (options.judge !== undefined) return judge(app, options.judge, options, context);
          return begin(app, outputs, options, context);
        }),
      );
  },
};

async function begin(app: App, refs: readonly string[], { repo, base, hidden, json }: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const drawn = await drawComparison(app, { folder: repo, refs, ...(base === undefined ? {} : { base }) });
  if (!drawn.ok) return reportProblem(context, drawn.problem);
  const shown = await showOutputs(drawn.value);
  if (!shown.ok) return reportProblem(context, shown.problem);
  if (json) return terminal.print(toSafeJson({ ...toPublic(drawn.value), shown: shown.value }));
  for (const output of shown.value) terminal.print(`${formatOutput(output, terminal)}\n`);
  const letters = drawn.value.outputs.map(({ letter }) => letter);
  if (!terminal.isInteractive) {
    terminal.tell(
      `Judge them: rounds compare --judge ${drawn.value.id} --ranking ${letters.join(',')} --passes ${letters.map((letter) => `${letter}=50`).join(',')} --because "…"`,
    );
    return;
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const judgement = await askJudgement(letters, (question) => lines.question(question)).finally(() => lines.close());
  if (judgement === null) return terminal.tell(`Left unjudged: rounds compare --judge ${drawn.value.id} goes on.`);
  await settle(app, { ...judgement, id: drawn.value.id, hidden, json }, context);
}

async function judge(app: App, id: string, { ranking, passes, because, hidden, json }: Options, context: CommandContext): Promise<void> {
  await settle(app, { id, ranking: ranking ?? [], passes: passes ?? {}, reason: because ?? '', hidden, json }, context);
}

interface ToSettle {
  readonly id: string;
  readonly ranking: string[];
  readonly passes: Record<string, number>;
  readonly reason: string;
  readonly hidden: string | undefined;
  readonly json: boolean | undefined;
}

async function settle(app: App, { id, ranking, passes, reason, hidden, json }: ToSettle, context: CommandContext): Promise<void> {
  if (reason.trim() === '') {
    const found = findComparison(app, id);
    return reportProblem(context, found.ok ? { tag: 'wrong-usage', what: 'Say why the best is the best, with --because.' } : found.problem);
  }
  await run(context, json, (signal) =>
    settleComparison(app, {
      id,
      judgement: { ranking, passes, reason },
      signal,
      onProgress: (what) => context.terminal.showProgress(`${what}…`),
      ...(hidden === undefined ? {} : { hidden }),
    }),
  );
}

async function revealAgain(app: App, id: string, { hidden, json }: Options, context: CommandContext): Promise<void> {
  const found = findComparison(app, id);
  if (!found.ok) return reportProblem(context, found.problem);
  await run(context, json, (signal) =>
    reveal(app, found.value, { signal, onProgress: (what) => context.terminal.showProgress(`${what}…`), ...(hidden === undefined ? {} : { hidden }) }),
  );
}

/** Ctrl-C stops the checks; what is sealed stays sealed. */
async function run(context: CommandContext, json: boolean | undefined, work: (signal: AbortSignal) => Promise<Result<Comparison, Problem>>): Promise<void> {
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const done = await work(stop.signal).finally(() => process.removeListener('SIGINT', onInterrupt));
  context.terminal.clearProgress();
  if (!done.ok) return reportProblem(context, done.problem);
  context.terminal.print(json ? toSafeJson(done.value) : formatRevealed(done.value, context.terminal));
}

function printList(app: App, { json }: Options, { terminal }: CommandContext): void {
  const listed = app.journal.comparisons.list();
  if (json) return terminal.print(toSafeJson(listed.map(toPublic)));
  if (listed.length === 0) terminal.tell('Nothing was compared yet.');
  for (const one of listed) terminal.print(formatList(one, app.clock()));
}
