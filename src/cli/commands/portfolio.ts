import { Option } from 'commander';
import type { App } from '../../app/app.ts';
import { gatherMaterial } from '../../app/portfolio/gather-material.ts';
import { makePortfolio } from '../../app/portfolio/make-portfolio.ts';
import { saveNewFile } from '../../app/save-new-file.ts';
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
}

const EXAMPLE = `
Your portfolio: one HTML file without a script that needs no network, or JSON. In it is what you tick and nothing else; without
--out and --json this lists what there is to tick, and writes nothing. Never in it: code, cases, names of other people unless they
signed. Beliefs only one by one.

Example:
  rounds portfolio
  rounds portfolio --with activities levels lessons --name "Ada L." --out portfolio.html
  rounds portfolio --activity E4 E5 --with calibration --json`;

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
      .addHelpText('after', EXAMPLE)
      .action((options: Options) => withApp(context, (app) => show(app, options, context)));
  },
};

function show(app: App, options: Options, context: CommandContext): void {
  const { terminal } = context;
  const material = gatherMaterial(app);
  if (!material.ok) return reportProblem(context, material.problem);
  const choice = readChoice(material.value, options);
  if (!choice.ok) return reportProblem(context, choice.problem);
  const { out, json = false, force = false } = options;
  if (out === undefined && !json) {
    for (const line of formatMaterial(material.value, terminal)) terminal.print(line);
    return terminal.tell('Nothing was written. Tick what is to be in it, and say where with --out.');
  }
  const made = makePortfolio(app, choice.value);
  if (!made.ok) return reportProblem(context, made.problem);
  const { html, portfolio } = made.value;
  if (out === undefined) return terminal.print(toSafeJson(portfolio));
  const saved = saveNewFile({ folder: app.environment.folder, name: out, text: json ? `${toSafeJson(portfolio, 2)}\n` : html, force });
  if (!saved.ok) return reportProblem(context, saved.problem);
  terminal.print(`Wrote ${toPlainLine(saved.value)}. It holds what you ticked; show it to whom you like.`);
}
