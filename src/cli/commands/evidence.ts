import { Option } from 'commander';
import type { App } from '../../app/app.ts';
import { listCheckedEvidence } from '../../app/growth/evidence/check-evidence.ts';
import { linkEvidence, removeEvidence } from '../../app/growth/evidence/link-evidence.ts';
import { suggestEvidence } from '../../app/growth/evidence/suggest-evidence.ts';
import { EVIDENCE_KINDS, EVIDENCED_ACTIVITIES, type EvidencedActivity } from '../../model/evidence-kinds.ts';
import { problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatCandidate, formatEvidence } from '../evidence/format-evidence.ts';
import { reportProblem } from '../report-problem.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly activity?: EvidencedActivity;
  readonly migration?: string;
  readonly tag?: string;
  readonly incident?: string;
  readonly note?: string;
  readonly json?: boolean;
}

const EXAMPLE = `
Migrations, releases and incidents leave little in sessions with agents. Link what shows them: a committed migration, a tag, or notes of
an incident. Rounds asks git whether it is there and keeps what git calls its content; it opens nothing. Only you see it.

Example:
  rounds evidence suggest                                   migrations and tags of yours that could be linked
  rounds evidence add --migration db/migrate/0042_split.sql --note "expand, then contract"
  rounds evidence add --activity E10 --tag v2.3.0
  rounds evidence add --incident https://wiki.example.org/incidents/17
  rounds evidence list                                      and whether each is still what it was
  rounds evidence remove v_1a2b3c4d5e6f7081`;

const DOINGS = ['add', 'list', 'remove', 'suggest'] as const;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[what]', DOINGS.join(', '), 'list')
      .argument('[id]', 'what to remove')
      .addOption(new Option('--activity <id>', 'E8 data model, E10 release, E11 incident; by itself what fits').choices([...EVIDENCED_ACTIVITIES]))
      .option('--migration <path>', 'a migration that is committed')
      .option('--tag <name>', 'a tag of a release')
      .option('--incident <file-or-url>', 'notes of an incident')
      .option('--note <words>', 'what it shows, in a sentence')
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action((what: string, id: string | undefined, options: Options) => withApp(context, (app) => act(app, what, id, options, context)));
  },
};

async function act(app: App, what: string, id: string | undefined, options: Options, context: CommandContext): Promise<void> {
  if (what === 'add') return add(app, options, context);
  if (what === 'list') return list(app, options, context);
  if (what === 'suggest') return suggest(app, options, context);
  if (what !== 'remove') return reportProblem(context, problem('wrong-usage', `"${toPlainLine(what)}" is none of ${DOINGS.join(', ')}.`));
  const removed = removeEvidence(app, id ?? '');
  if (!removed.ok) return reportProblem(context, removed.problem);
  context.terminal.print('Removed.');
}

async function add(app: App, { activity, note = '', json, ...options }: Options, context: CommandContext): Promise<void> {
  const given = EVIDENCE_KINDS.flatMap((kind) => (options[kind] === undefined ? [] : [{ kind, ref: options[kind] }]));
  const [first, second] = given;
  if (!first || second)
    return reportProblem(context, problem('wrong-usage', 'Name one thing: --migration, --tag or --incident.', { next: 'See "rounds evidence --help".' }));
  const linked = await linkEvidence(app, { ...first, activity, note, folder: app.environment.folder });
  if (!linked.ok) return reportProblem(context, linked.problem);
  if (json) return context.terminal.print(toSafeJson(linked.value));
  for (const line of formatEvidence({ evidence: linked.value, state: linked.value.hash === null ? 'address' : 'same' }, context.terminal))
    context.terminal.print(line);
}

async function list(app: App, { json }: Options, context: CommandContext): Promise<void> {
  const listed = await listCheckedEvidence(app);
  if (!listed.ok) return reportProblem(context, listed.problem);
  if (json) return context.terminal.print(toSafeJson({ evidence: listed.value }));
  if (listed.value.length === 0) return context.terminal.tell('Nothing is linked yet. "rounds evidence suggest" looks for what could be.');
  for (const one of listed.value) for (const line of formatEvidence(one, context.terminal)) context.terminal.print(line);
}

async function suggest({ journal }: App, { json }: Options, context: CommandContext): Promise<void> {
  const suggested = await suggestEvidence(journal);
  if (!suggested.ok) return reportProblem(context, suggested.problem);
  if (json) return context.terminal.print(toSafeJson({ candidates: suggested.value }));
  if (suggested.value.length === 0)
    return context.terminal.tell('No migration or tag of yours was found in the repositories you had sessions in, or all are linked.');
  for (const one of suggested.value) context.terminal.print(formatCandidate(one));
}
