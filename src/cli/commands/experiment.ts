import { createInterface } from 'node:readline/promises';
import type { App } from '../../app/app.ts';
import { discardExperiment, keepExperiment, type EndRequest } from '../../app/experiments/end-experiment.ts';
import { listExperiments } from '../../app/experiments/list-experiments.ts';
import { startExperiment } from '../../app/experiments/start-experiment.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatDiscarded, formatKept, formatListedExperiment, formatStarted } from '../experiment/format-experiment.ts';
import { reportProblem } from '../report-problem.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly repo: string;
  readonly from?: string;
  readonly json?: boolean;
}

interface EndOptions {
  readonly learned?: string;
  readonly merge?: boolean;
}

const EXAMPLE = `
An experiment has a branch and a folder of its own, outside of your checkout: nothing you do in it can break what you work on. At the
end it is kept as a branch, or thrown away whole; either way the journal on this machine remembers that it was, and one sentence of
what you learned, if you say it.

Example:
  rounds experiment no-cache                  begins at what is checked out
  rounds experiment old-parser --from v1.2
  rounds experiment list
  rounds experiment keep no-cache --learned "The cache hides a slow query; without it everything is as fast."
  rounds experiment discard old-parser --learned "It needs the table that 1.3 dropped."`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[name]', 'what to call it')
      .option('--from <rev>', 'a commit, branch or tag to begin at (HEAD)')
      .option('--repo <folder>', 'a folder in the repository', '.')
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action((name: string | undefined, options: Options) =>
        withApp(context, (app) => (name === undefined ? list(app, options, context) : start(app, name, options, context))),
      );
    const shared = (): Options => commander.opts<Options>();
    commander
      .command('list')
      .description('the experiments of this repository, the open ones first')
      .action(() => withApp(context, (app) => list(app, shared(), context)));
    commander
      .command('keep')
      .description('remove the folder and keep the branch')
      .argument('<name>', 'of an open experiment')
      .option('--merge', 'merge it into what is checked out, where that is clean')
      .option('--learned <sentence>', 'what you tried and learned')
      .action((name: string, options: EndOptions) => withApp(context, (app) => keep(app, name, { ...shared(), ...options }, context)));
    commander
      .command('discard')
      .description('throw away the folder, the branch and everything in them')
      .argument('<name>', 'of an open experiment')
      .option('--learned <sentence>', 'what you tried and learned')
      .action((name: string, options: EndOptions) => withApp(context, (app) => discard(app, name, { ...shared(), ...options }, context)));
  },
};

async function start(app: App, name: string, { repo, from, json }: Options, context: CommandContext): Promise<void> {
  const started = await startExperiment(app, { folder: repo, name, ...(from === undefined ? {} : { from }) });
  if (!started.ok) return reportProblem(context, started.problem);
  context.terminal.print(json ? toSafeJson(started.value) : formatStarted(started.value));
}

async function list(app: App, { repo, json }: Options, context: CommandContext): Promise<void> {
  const listed = await listExperiments(app, repo);
  if (!listed.ok) return reportProblem(context, listed.problem);
  if (json) return context.terminal.print(toSafeJson(listed.value));
  for (const one of listed.value) context.terminal.print(formatListedExperiment(one, context.terminal));
  if (listed.value.length === 0) context.terminal.tell('No experiments yet. "rounds experiment NAME" begins one.');
}

async function keep(app: App, name: string, options: Options & EndOptions, context: CommandContext): Promise<void> {
  const merge = options.merge === true;
  const kept = await keepExperiment(app, { ...(await toEnd(name, options, context)), merge });
  if (!kept.ok) return reportProblem(context, kept.problem);
  context.terminal.print(options.json ? toSafeJson(kept.value) : formatKept(kept.value, merge));
}

async function discard(app: App, name: string, options: Options & EndOptions, context: CommandContext): Promise<void> {
  const done = await discardExperiment(app, await toEnd(name, options, context));
  if (!done.ok) return reportProblem(context, done.problem);
  context.terminal.print(options.json ? toSafeJson(done.value) : formatDiscarded(done.value));
}

/** Asks for the sentence where somebody is there to ask; Enter leaves it out. */
async function toEnd(name: string, { repo, learned }: Options & EndOptions, { terminal }: CommandContext): Promise<EndRequest> {
  const request = { folder: repo, name };
  if (learned !== undefined) return { ...request, learned };
  if (!terminal.isInteractive) return request;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const said = await lines.question('What did you try and learn, in one sentence (Enter for nothing)? ').finally(() => lines.close());
  return { ...request, learned: said };
}
