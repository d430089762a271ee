import { Option } from 'commander';
import type { App } from '../../app/app.ts';
import { gatherMaterial } from '../../app/portfolio/gather-material.ts';
import { makePortfolio, makeStatements, type Account } from '../../app/portfolio/make-portfolio.ts';
import { saveNewFile } from '../../app/save-new-file.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatMaterial } from '../portfolio/format-material.ts';
import { PARTS, readChoice, type ChoiceOptions } from '../portfolio/read-choice.ts';
import { reportProblem } from '../report-problem.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options extends ChoiceOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly xapi?: boolean;
  readonly account?: string;
  readonly homePage?: string;
}

const EXAMPLE = `
Your portfolio: one HTML file without a script that needs no network, or JSON. In it is what you tick and nothing else; without
--out and --json this lists what there is to tick, and writes nothing. Never in it: code, cases, names of other people unless they
signed. Beliefs only one by one.

Example:
  rounds portfolio
  rounds portfolio --with activities levels lessons --name "Ada L." --out portfolio.html
  rounds portfolio --activity E4 E5 --with calibration --json
  rounds portfolio --with activities lessons --xapi --account ada --home-page https://rounds.example.org --out ada.json`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .addOption(new Option('--with <parts...>', 'tick whole parts').choices([...PARTS]))
      .option('--activity <id...>', 'tick these activities')
      .option('--lesson <id...>', 'tick these rules; the beginning of an id is enough')
      .option('--belief <id...>', 'tick these beliefs')
      .option('--name <name>', 'whose it is, as you want to be called in it')
      .option('--about <words>', 'a few words at its beginning')
      .option('--out <file>', 'write it there; with --json as JSON')
      .option('--force', 'write over a file that is there')
      .option('--json', 'print JSON')
      .option('--xapi', 'what happened in it as xAPI statements, in JSON; needs --account and --home-page')
      .option('--account <name>', 'as whom a learning record store knows you')
      .option('--home-page <address>', 'the site of that account')
      .addHelpText('after', EXAMPLE)
      .action((options: Options) => withApp(context, (app) => show(app, options, context)));
  },
};

async function show(app: App, options: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const material = await gatherMaterial(app);
  if (!material.ok) return reportProblem(context, material.problem);
  if (material.value.away) terminal.tell(`What is signed off is not in it: ${material.value.away}`);
  const choice = readChoice(material.value, options);
  if (!choice.ok) return reportProblem(context, choice.problem);
  const { out, json = false, force = false } = options;
  const account = readAccount(options);
  if (!account.ok) return reportProblem(context, account.problem);
  if (out === undefined && !json && !account.value) {
    for (const line of formatMaterial(material.value, terminal)) terminal.print(line);
    return terminal.tell('Nothing was written. Tick what is to be in it, and say where with --out.');
  }
  const ticked = [options.with, options.activity, options.lesson, options.belief].some((parts) => parts !== undefined && parts.length > 0);
  const made = account.value ? await makeStatements(app, choice.value, account.value) : await makePortfolio(app, choice.value);
  if (!made.ok) return reportProblem(context, made.problem);
  const data = 'html' in made.value ? made.value.portfolio : made.value;
  if (out === undefined) return terminal.print(toSafeJson(data));
  const text = 'html' in made.value && !json ? made.value.html : `${toSafeJson(data, 2)}\n`;
  const saved = saveNewFile({ folder: app.environment.folder, name: out, text, force });
  if (!saved.ok) return reportProblem(context, saved.problem);
  terminal.print(
    `Wrote ${toPlainLine(saved.value)}. ${ticked ? 'It holds what you ticked; show it to whom you like.' : 'Nothing was ticked, so nothing is in it: see "rounds portfolio".'}`,
  );
}

/** Null where no statements are asked for. */
function readAccount({ xapi, account, homePage }: Options): Result<Account | null, Problem> {
  if (!xapi) return ok(null);
  if (!account || !homePage || !/^https?:$/.test(URL.canParse(homePage) ? new URL(homePage).protocol : ''))
    return failed(
      problem('wrong-usage', '--xapi needs --account NAME and --home-page with an http address.', {
        why: 'Statements name you by an account on a site, never by e-mail.',
      }),
    );
  return ok({ name: account, homePage });
}
