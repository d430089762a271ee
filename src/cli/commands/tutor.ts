import { Option, type Command as Commander } from 'commander';
import type { App } from '../../app/app.ts';
import { findById } from '../../app/find-by-id.ts';
import { askSecondReader } from '../../app/tutor/ask-second-reader.ts';
import { describeTutor } from '../../app/tutor/describe-tutor.ts';
import { forgetReadings } from '../../app/tutor/forget-readings.ts';
import { previewReading } from '../../app/tutor/preview-reading.ts';
import { saveSettings } from '../../app/tutor/save-settings.ts';
import { TUTOR_APIS, type TutorApi } from '../../model/tutor-apis.ts';
import type { MomentId } from '../../model/moment.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Command, CommandContext } from '../command.ts';
import { toInterruptedCode } from '../exit-codes.ts';
import { parseCount } from '../parse-count.ts';
import { reportProblem } from '../report-problem.ts';
import { toSize } from '../text/format-quantities.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { formatTutor } from '../tutor/format-tutor.ts';
import { waitForSignal } from '../wait-for-signal.ts';
import { withApp } from '../with-app.ts';

interface TutorOptions {
  readonly preview?: string;
  readonly ask?: readonly string[];
  readonly again?: boolean;
  readonly forget?: string;
  readonly on?: boolean;
  readonly off?: boolean;
  readonly url?: string;
  readonly model?: string;
  readonly api?: TutorApi;
  readonly dailyCap?: number;
  readonly json?: boolean;
}

export const command: Command = {
  register: (commander, context) => {
    declare(commander).action((options: TutorOptions) => withApp(context, (app) => act(withGiven(app, options), options, context)));
  },
};

function declare(commander: Commander): Commander {
  return commander
    .option('--preview <id>', 'print exactly the bytes that asking about a moment would send; sends nothing')
    .option('--ask <id...>', 'ask about these moments')
    .option('--again', 'with --ask: also what was asked before')
    .option('--forget <id>', 'forget what it said of a moment, or of "all"')
    .option('--on', 'turn it on')
    .option('--off', 'turn it off')
    .option('--url <address>', 'where the model is: https, or http on this machine')
    .option('--model <name>', 'which model')
    .addOption(new Option('--api <api>', 'how it is spoken to').choices(TUTOR_APIS))
    .option('--daily-cap <n>', 'requests a day at most', parseCount)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
A second reader is a language model that may confirm a moment, lower its rank, or word its question better, with quotes that
are checked against the session. It is off until you turn it on, and asked only about the moments you name. What is sent is
redacted first and logged; without an option this says how it is set and what was sent. Its key comes from ROUNDS_TUTOR_KEY
and is never kept. --url, --model and --api without --on hold for this one command. More: docs/tutor.md.

Example:
  rounds tutor --preview m_1a2b --url https://api.example.com/v1 --model some-model
  rounds tutor --on --url http://127.0.0.1:11434/v1 --model qwen3
  rounds tutor --ask m_1a2b && rounds show m_1a2b --explain`,
    );
}

/** What is given for one command only stands over the settings as the environment does. */
function withGiven(app: App, { on, url, model, api }: TutorOptions): App {
  if (on) return app;
  const given = { ...(url ? { ROUNDS_TUTOR_URL: url } : {}), ...(model ? { ROUNDS_TUTOR_MODEL: model } : {}), ...(api ? { ROUNDS_TUTOR_API: api } : {}) };
  return { ...app, environment: { ...app.environment, variables: { ...app.environment.variables, ...given } } };
}

async function act(app: App, options: TutorOptions, context: CommandContext): Promise<void> {
  const { preview, ask, forget, on, off, url, model, api, dailyCap } = options;
  if (on && off) return reportProblem(context, problem('wrong-usage', '--on and --off exclude each other.'));
  if (preview !== undefined) return printPreview(app, preview, options, context);
  if (ask) return askAbout(app, ask, options, context);
  if (forget !== undefined) return forgetSaid(app, forget, context);
  if (on || off || dailyCap !== undefined) {
    const given = { url, model, api, dailyCap };
    const saved = saveSettings(app, {
      ...(on ? { on: true } : off ? { on: false } : {}),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    });
    if (!saved.ok) return reportProblem(context, saved.problem);
  }
  const described = describeTutor(app);
  if (!described.ok) return reportProblem(context, described.problem);
  if (options.json) return context.terminal.print(toSafeJson(described.value));
  for (const line of formatTutor(described.value, app.clock(), context.terminal)) context.terminal.print(line);
}

async function printPreview(app: App, text: string, { json }: TutorOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const id = findMoment(app, text);
  const preview = id.ok ? await previewReading(app, id.value) : id;
  if (!preview.ok) return reportProblem(context, preview.problem);
  const { url, body } = preview.value;
  if (json) return terminal.print(toSafeJson(preview.value));
  terminal.print(body);
  terminal.tell(`These ${toSize(Buffer.byteLength(body))} would go to ${url}, and your key in a header where one is set. Nothing was sent.`);
}

async function askAbout(app: App, texts: readonly string[], { again }: TutorOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const stop = new AbortController();
  void stopOnSignal(stop, context);
  for (const text of texts) {
    const id = findMoment(app, text);
    if (id.ok) terminal.showProgress(`asking about ${id.value}`);
    const asked = id.ok ? await askSecondReader(app, id.value, { signal: stop.signal, again }) : id;
    terminal.clearProgress();
    if (!asked.ok) return reportProblem(context, asked.problem);
    const { sent, refused } = asked.value;
    terminal.print(
      `${text}: ${refused === null ? 'it answered, and its quotes stand in the session' : `its answer was not taken: ${refused}`}${sent ? '' : ' (asked before, nothing was sent)'}.`,
    );
  }
  terminal.tell('What it said tells how a moment is meant: "rounds show ID --explain".');
}

/** Ctrl-C ends the asking; what was answered before it is kept. */
async function stopOnSignal(stop: AbortController, { exitWith }: CommandContext): Promise<void> {
  exitWith(toInterruptedCode(await waitForSignal()));
  stop.abort();
}

function forgetSaid(app: App, text: string, context: CommandContext): void {
  const id: Result<MomentId | undefined, Problem> = text === 'all' ? ok(undefined) : findMoment(app, text);
  const done = id.ok ? forgetReadings(app, id.value) : id;
  if (done.ok) context.terminal.print('Forgotten: questions and ranks are as without it. The log of what was sent stays.');
  else reportProblem(context, done.problem);
}

function findMoment(app: App, text: string): Result<MomentId, Problem> {
  const found = findById(app, text);
  if (!found.ok) return found;
  return found.value.noun === 'moment' ? ok(found.value.id) : failed(problem('wrong-usage', `${found.value.id} is a session, not a moment.`));
}
