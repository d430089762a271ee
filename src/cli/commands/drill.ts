import { createInterface } from 'node:readline/promises';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { answerDrill, type AnswerRequest, type OwnTest } from '../../app/drills/answer-drill.ts';
import { drawDrill, toBlind, type DrawRequest } from '../../app/drills/draw-drill.ts';
import { exportDrill, importDrill } from '../../app/drills/exchange-drill.ts';
import { findDrill } from '../../app/drills/find-drill.ts';
import { listDrills } from '../../app/drills/list-drills.ts';
import { setYearStart } from '../../app/drills/drill-forms.ts';
import { CANNOT_SEE } from '../../app/drills/find-running-agents.ts';
import { mineDrills } from '../../app/drills/mine-drills.ts';
import { MINING_STAGES, type MiningStage } from '../../app/drills/mining-context.ts';
import type { App } from '../../app/app.ts';
import type { BlindDrill } from '../../model/api/drills.ts';
import { DRILL_FORMS } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findUnseenLine } from '../../model/find-unseen-line.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatDrill, formatForms, formatListed, formatMining, formatReveal, formatTallies } from '../drill/format-drill.ts';
import { parseLines } from '../drill/parse-lines.ts';
import { toInterruptedCode } from '../exit-codes.ts';
import { parseCount } from '../parse-count.ts';
import { reportProblem } from '../report-problem.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly repo: string;
  readonly mine?: number | true;
  readonly commits: number;
  readonly under: string;
  readonly only?: MiningStage;
  readonly list?: boolean;
  readonly unaided: boolean;
  readonly form?: Exclude<DrawRequest['form'], 'due' | 'practice'> | true;
  readonly yearStart?: string;
  readonly answer?: string;
  readonly lines?: string;
  readonly claim: string;
  readonly test?: string;
  readonly sure?: number;
  readonly json?: boolean;
}

const WANTED = 10;

const EXAMPLE = `
Drills come from your own repository: bugs that a commit mended, changes with one part left out, and slips put into code as it is
now, each proven by your tests in a sandbox, three times. You say which line is wrong and how sure you are, or write a test that
fails; then the hidden test runs and the fix is shown.

Four forms of like drills are held out for months 0, 3, 6 and 12 of your year: say with --year-start when it began. --form draws from
the one that is due, always as with --unaided, which refuses while a known agent is seen at work in the repository. Only such answers
can say anything of growth.
${CANNOT_SEE}

Example:
  rounds drill --mine 10
  rounds drill
  rounds drill --year-start 2026-09-01
  rounds drill --form
  rounds drill --answer 1a2b --lines 12-13 --claim "an empty list" --sure 70 --test scratch.test.js
  rounds drill --list --json
  rounds drill export 1a2b --out drill.json    for somebody else who has the repository
  rounds drill import drill.json               tried in the sandbox before it is kept`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--repo <folder>', 'a folder in the repository', '.')
      .option('--mine [n]', `look for N new drills (${WANTED})`, parseCount)
      .option('--commits <n>', 'look back over the last N commits', parseCount, 200)
      .option('--under <folder>', 'only code and tests below this folder, from the root of the repository', '')
      .addOption(new Option('--only <kind>', 'look for one kind alone').choices([...MINING_STAGES]))
      .option('--list', 'list the drills; what they are only once you answered')
      .option('--unaided', 'refuse while a known agent is at work in the repository', false)
      .addOption(new Option('--form [month]', 'draw from the form that is due, or say which').choices([...DRILL_FORMS]))
      .option('--year-start <date>', 'the day your year began, as 2026-09-01: forms are drawn by it')
      .option('--answer <id>', 'answer a drill that was drawn')
      .option('--lines <lines>', 'the lines that are wrong: 12, 12-14 or file:12, separated by commas')
      .option('--claim <words>', 'what is wrong, and which input shows it', '')
      .option('--test <file>', 'a test of yours that fails with the bug and would pass without')
      .option('--sure <percent>', 'how sure you are to be right, 0 to 100', parsePercent)
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action((options: Options) =>
        withApp(context, (app) => {
          if (options.mine !== undefined) return mine(app, options, context);
          if (options.yearStart !== undefined) return begin(app, options.yearStart, options, context);
          if (options.list) return list(app, options, context);
          return options.answer === undefined ? draw(app, options, context) : answerOpen(app, options.answer, options, context);
        }),
      );
    const toRepo = (): string => commander.opts<Options>().repo;
    commander
      .command('export')
      .description('write a drill into a file for somebody else who has the repository')
      .argument('<id>', 'the beginning of its id')
      .requiredOption('--out <file>', 'where to')
      .action((id: string, { out }: { out: string }) => withApp(context, (app) => send(app, { id, out, repo: toRepo() }, context)));
    commander
      .command('import')
      .description('take a drill from a file, once the tests here show it too')
      .argument('<file>', 'a file that "rounds drill export" wrote')
      .action((file: string) => withApp(context, (app) => take(app, { file, repo: toRepo() }, context)));
  },
};

function parsePercent(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 100)) throw new InvalidArgumentError('It is a number from 0 to 100.');
  return number / 100;
}

/** Ctrl-C ends what runs, and what was found until then is kept. */
async function untilInterrupted(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    await work(stop.signal);
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
}

async function mine(app: App, { repo, mine: wanted, commits, under, only, json }: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  await untilInterrupted(async (signal) => {
    const mined = await mineDrills(app, {
      folder: repo,
      wanted: typeof wanted === 'number' ? wanted : WANTED,
      commits,
      under: under === '' || under.endsWith('/') ? under : `${under}/`,
      ...(only ? { only } : {}),
      signal,
      onProgress: (what) => terminal.showProgress(`${what}…`),
    });
    terminal.clearProgress();
    if (!mined.ok) return reportProblem(context, mined.problem);
    // What was found is told by number alone: its text would be the answer.
    const { drills, ...counts } = mined.value;
    if (json) terminal.print(toSafeJson({ ...counts, drills: drills.map(({ id, difficulty }) => ({ id, difficulty })) }));
    else terminal.print(formatMining(mined.value));
    if (mined.value.wasStopped) context.exitWith(toInterruptedCode('SIGINT'));
  });
}

async function list(app: App, { repo, json }: Options, context: CommandContext): Promise<void> {
  const listed = await listDrills(app, repo);
  if (!listed.ok) return reportProblem(context, listed.problem);
  if (json) return context.terminal.print(toSafeJson(listed.value));
  for (const one of listed.value.drills) context.terminal.print(formatListed(one, context.terminal));
  if (listed.value.drills.length === 0) return context.terminal.tell('No drills yet. "rounds drill --mine" looks for them.');
  context.terminal.tell(formatForms(listed.value));
  context.terminal.tell(formatTallies(listed.value.tallies));
}

async function begin(app: App, day: string, options: Options, context: CommandContext): Promise<void> {
  const set = setYearStart(app, day);
  if (!set.ok) return reportProblem(context, set.problem);
  await list(app, options, context);
}

async function send(app: App, { id, out, repo }: { id: string; out: string; repo: string }, context: CommandContext): Promise<void> {
  const written = await exportDrill(app, { folder: repo, id, file: resolve(out) });
  if (!written.ok) return reportProblem(context, written.problem);
  context.terminal.print(
    `Written to ${toPlainLine(out)}. Whoever takes it needs commit ${written.value.commit.slice(0, 8)}. What it is about is packed, not encrypted.`,
  );
}

async function take(app: App, { file, repo }: { file: string; repo: string }, context: CommandContext): Promise<void> {
  const { terminal } = context;
  await untilInterrupted(async (signal) => {
    const taken = await importDrill(app, { folder: repo, file: resolve(file), signal, onProgress: (what) => terminal.showProgress(`${what}…`) });
    terminal.clearProgress();
    if (!taken.ok) return reportProblem(context, taken.problem);
    terminal.print(`Drill ${taken.value.id.slice(0, 6)} fails its hidden test here, too, and is among yours.`);
  });
}

async function draw(app: App, options: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const drawn = await drawDrill(app, { folder: options.repo, form: options.form === true ? 'due' : (options.form ?? 'practice'), unaided: options.unaided });
  if (!drawn.ok) return reportProblem(context, drawn.problem);
  if (options.json) return terminal.print(toSafeJson(drawn.value));
  terminal.print(formatDrill(drawn.value, terminal));
  if (drawn.value.unaided) terminal.tell(CANNOT_SEE);
  if (!terminal.isInteractive) return terminal.tell(`Answer with: rounds drill --answer ${drawn.value.id} --lines … --claim … --sure …`);
  await ask(app, drawn.value, options, context);
}

async function ask(app: App, drill: BlindDrill, { repo }: Options, context: CommandContext): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const stop = new AbortController();
  lines.once('SIGINT', () => stop.abort());
  const question = (text: string): Promise<string> => lines.question(`${text} `, { signal: stop.signal }).then((said) => said.trim());
  try {
    const named = await askUntil(
      () => question('Which of the lines you see (12, 12-14, file:12)?'),
      (said) => {
        const read = parseLines(said, onlyFile(drill));
        return read !== null && findUnseenLine(toSpans(drill), read) === null ? read : null;
      },
    );
    const claim = await question('What is wrong, and which input shows it?');
    const test = await askUntil(
      () => question('A file with your test (Enter for none)?'),
      (said) => {
        const own = openOwnTest(said);
        return own.ok ? own : null;
      },
    );
    const sure = await askUntil(
      () => question('How sure are you, 0 to 100?'),
      (said) => (/^\d{1,3}$/.test(said) && Number(said) <= 100 ? Number(said) / 100 : null),
    );
    await settle(app, { folder: repo, id: drill.id, lines: named, claim, test: test.value, sure }, false, context);
  } catch (error) {
    if (!stop.signal.aborted && (error as Error).name !== 'AbortError') throw error;
    context.terminal.tell(`Still open: rounds drill --answer ${drill.id} --lines … --claim … --sure …`);
    context.exitWith(toInterruptedCode('SIGINT'));
  } finally {
    lines.close();
  }
}

async function askUntil<T>(question: () => Promise<string>, parse: (said: string) => T | null): Promise<T> {
  for (;;) {
    const value = parse(await question());
    if (value !== null) return value;
  }
}

const toSpans = ({ files }: BlindDrill): { path: string; shown: { start: number; end: number }[] }[] =>
  files.map(({ path, shown }) => ({ path, shown: shown.map(({ start, lines }) => ({ start, end: start + lines.length - 1 })) }));

const onlyFile = ({ files }: BlindDrill): string | null => (files.length === 1 ? (files[0]?.path ?? null) : null);

async function answerOpen(app: App, id: string, { repo, lines, claim, test, sure, json }: Options, context: CommandContext): Promise<void> {
  const open = await findDrill(app, repo, id);
  if (!open.ok) return reportProblem(context, open.problem);
  const named = lines === undefined ? null : parseLines(lines, onlyFile(toBlind(open.value)));
  if (named === null || sure === undefined) {
    const next = 'Give --lines 12, 12-14 or file:12, and --sure 0 to 100.';
    return reportProblem(context, problem('wrong-usage', named === null ? 'No lines are named.' : 'How sure you are is not said.', { next }));
  }
  const own = openOwnTest(test ?? '');
  if (!own.ok) return reportProblem(context, own.problem);
  await settle(app, { folder: repo, id, lines: named, claim, test: own.value, sure }, json === true, context);
}

/** None where nothing is named. */
function openOwnTest(name: string): Result<OwnTest | null, Problem> {
  if (name === '') return ok(null);
  const file = resolve(name);
  try {
    return ok({ file, code: readFileSync(file, 'utf8') });
  } catch {
    return failed(problem('not-found', `There is no file ${name} that can be read.`));
  }
}

async function settle(app: App, request: AnswerRequest, isJson: boolean, context: CommandContext): Promise<void> {
  const { terminal } = context;
  await untilInterrupted(async (signal) => {
    const answered = await answerDrill(app, { ...request, signal, onProgress: (what) => terminal.showProgress(`${what}…`) });
    terminal.clearProgress();
    if (!answered.ok) return reportProblem(context, answered.problem);
    terminal.print(isJson ? toSafeJson(answered.value) : formatReveal(answered.value, terminal));
  });
}
