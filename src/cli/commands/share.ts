import { Option, type Command as Commander } from 'commander';
import type { App } from '../../app/app.ts';
import { findById } from '../../app/find-by-id.ts';
import { toSharedItem } from '../../app/share/list-shared.ts';
import { openTeamPort } from '../../app/share/open-team-port.ts';
import { previewCase } from '../../app/share/preview-case.ts';
import { shareCase } from '../../app/share/share-case.ts';
import type { TeamPort } from '../../app/share/team-port.ts';
import { shareChoicesSchema, type ShareChoices } from '../../model/api/share.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Pair } from '../../model/team/pair.ts';
import type { Command, CommandContext } from '../command.ts';
import { parseTop } from '../deconstruct/parse-top.ts';
import { reportProblem } from '../report-problem.ts';
import { askYes } from '../share/ask-yes.ts';
import { formatPreview } from '../share/format-preview.ts';
import { shareWork } from '../share/share-work.ts';
import { toSize } from '../text/format-quantities.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly preview?: boolean;
  readonly bytes?: boolean;
  readonly pair?: string;
  readonly tree?: ShareChoices['tree'];
  readonly paths?: readonly string[];
  readonly commit?: string;
  readonly fix?: string;
  readonly repo?: string;
  readonly compare?: string;
  readonly deconstruct?: string;
  readonly task?: string;
  readonly hidden?: string;
  readonly top: number;
  readonly keep?: readonly string[];
  readonly redact?: readonly string[];
  readonly yes?: boolean;
  readonly json?: boolean;
}

export const command: Command = {
  register: (commander, context) => {
    declare(commander).action((id: string | undefined, options: Options) => withApp(context, (app) => share(app, id, options, context)));
  },
};

function declare(commander: Commander): Commander {
  return commander
    .argument('[id]', 'of a moment, or enough of its beginning')
    .option('--preview', 'say what would leave and to whom; send nothing')
    .option('--bytes', 'print exactly the bytes that would leave, what came later among them; send nothing')
    .option('--pair <name>', 'with whom, where you are in more than one pair')
    .addOption(new Option('--tree <extent>', 'which code goes along').choices(['default', 'whole', 'touched', 'none']))
    .option('--paths <paths...>', 'only these files and folders of it')
    .option('--commit <commit>', 'in place of the commit that Rounds chooses')
    .option('--fix <commit>', 'a commit that mended it, sealed until the reveal; or none')
    .option('--repo <folder>', "a folder in the repository, where the session's is gone")
    .option('--compare <id>', 'in place of a moment: a comparison that nobody has judged, with --task')
    .option('--hidden <folder>', 'with --compare: tests nobody has seen, laid over each output')
    .option('--deconstruct <range>', 'in place of a moment: a change to take apart, BASE..HEAD, with --task')
    .option('--top <n>', 'with --deconstruct: the N riskiest hunks', parseTop, 10)
    .option('--task <words>', 'what was asked for, or what the change is for')
    .option('--keep <ids...>', 'take redactions back that were a false alarm')
    .option('--redact <texts...>', 'take these texts out too')
    .option('--yes', 'send without asking')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Shares a moment as a case with your pair. Everything is put together and redacted on this machine; you see what would leave and
who will see it, and say yes. What came later goes along sealed: nobody reads it before a round is revealed.

With --compare or --deconstruct the tests run here first. What they say goes along sealed too, and is shown to nobody, you among
them: you can judge it with your pair.

Example:
  rounds share m_1a2b --preview
  rounds share m_1a2b --pair "Maria and Tom" --redact "Project Bluebird"
  rounds share --compare cmp_1a2b --task "Parse the price"
  rounds share --deconstruct main..HEAD --task "Retry when the server is busy" --top 5
  rounds share m_1a2b --paths src test package.json --yes`,
    );
}

async function share(app: App, text: string | undefined, options: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const subjects = [text, options.compare, options.deconstruct].filter((one) => one !== undefined);
  if (subjects.length !== 1) return reportProblem(context, problem('wrong-usage', 'Name one thing to share: a moment, --compare ID, or --deconstruct RANGE.'));
  if (text === undefined) return shareOther(app, options, context);
  const found = findById(app, text);
  if (!found.ok) return reportProblem(context, found.problem);
  if (found.value.noun === 'session') return reportProblem(context, problem('wrong-usage', `${found.value.id} is a session, not a moment.`));
  const team = openTeamPort(app);
  if (!team.ok) return reportProblem(context, team.problem);
  const choices = await toChoices(team.value, options);
  if (!choices.ok) return reportProblem(context, choices.problem);
  terminal.showProgress('looking for secrets in what would leave…');
  const built = await previewCase(app, team.value, found.value.id, choices.value);
  terminal.clearProgress();
  if (!built.ok) return reportProblem(context, built.problem);
  const { view, bytes } = built.value;
  if (options.bytes) return terminal.print(bytes.toString());
  if (options.preview && options.json) return terminal.print(toSafeJson(view));
  // What is asked about, or sent, is always said; with --json not on stdout.
  for (const line of formatPreview(view, terminal)) (options.json ? terminal.tell : terminal.print)(line);
  if (options.preview) return terminal.tell('Nothing was sent.');
  if (view.hindrance) return reportProblem(context, problem('not-allowed', `Nothing was sent. ${view.hindrance}`));
  if (!options.yes && !terminal.isInteractive)
    return reportProblem(context, problem('wrong-usage', 'Nothing was sent: there is nobody to ask.', { next: 'Look at it with --preview, then say --yes.' }));
  if (!options.yes && !(await askYes(`Send these ${toSize(bytes.length)}?`))) return terminal.tell('Nothing was sent.');
  const sent = await shareCase(app, team.value, view.digest);
  if (!sent.ok) return reportProblem(context, sent.problem);
  if (options.json) return terminal.print(toSafeJson(toSharedItem(sent.value)));
  terminal.print(`Shared as ${sent.value.caseId}. "rounds log" lists it, "rounds forget ${sent.value.caseId}" takes it back.`);
}

async function shareOther(app: App, options: Options, context: CommandContext): Promise<void> {
  const team = openTeamPort(app);
  if (!team.ok) return reportProblem(context, team.problem);
  const pair = options.pair === undefined ? ok(undefined) : await findPair(team.value, options.pair);
  if (!pair.ok) return reportProblem(context, pair.problem);
  return shareWork(app, team.value, pair.value?.id, options, context);
}

async function toChoices(team: TeamPort | null, { pair, tree, paths, commit, fix, repo, keep, redact }: Options): Promise<Result<ShareChoices, Problem>> {
  const named = pair === undefined ? ok(undefined) : await findPair(team, pair);
  if (!named.ok) return named;
  const given = { pair: named.value?.id, tree, paths, commit, fix, folder: repo, keep, redact };
  const parsed = shareChoicesSchema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return failed(problem('wrong-usage', `--${String(issue?.path[0] ?? '')}: ${issue?.message ?? 'this does not fit.'}`));
}

async function findPair(team: TeamPort | null, name: string): Promise<Result<Pair | undefined, Problem>> {
  if (!team) return ok(undefined);
  const listed = await team.listPairs();
  if (!listed.ok) return listed;
  const found = listed.value.filter((pair) => pair.id === name || pair.name.toLowerCase() === name.toLowerCase());
  if (found.length === 1) return ok(found[0]);
  return failed(
    problem('not-found', found.length === 0 ? `You are in no pair called "${name.slice(0, 80)}".` : `More than one pair is called "${name.slice(0, 80)}".`, {
      next: listed.value.length > 0 ? `Yours: ${listed.value.map((pair) => `${pair.name} (${pair.id})`).join(', ')}.` : 'Make one on the team’s server.',
    }),
  );
}
