import type { App } from '../../app/app.ts';
import { previewComparison } from '../../app/share/preview-comparison.ts';
import { previewDeconstruction } from '../../app/share/preview-deconstruction.ts';
import type { WorkPreview } from '../../app/share/preview-work.ts';
import { shareCase } from '../../app/share/share-case.ts';
import type { TeamPort } from '../../app/share/team-port.ts';
import { problem } from '../../model/problem.ts';
import type { PairId } from '../../model/team/ids.ts';
import type { CommandContext } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toSize } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { askYes } from './ask-yes.ts';

export interface ShareWorkOptions {
  readonly compare?: string;
  readonly deconstruct?: string;
  readonly task?: string;
  readonly hidden?: string;
  readonly top: number;
  readonly repo?: string;
  readonly keep?: readonly string[];
  readonly redact?: readonly string[];
  readonly preview?: boolean;
  readonly bytes?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Shares outputs to compare, or a change to take apart: the tests run first, and what they say goes along sealed, unseen by its owner. */
export async function shareWork(app: App, team: TeamPort | null, pair: PairId | undefined, options: ShareWorkOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  if (!options.task?.trim()) return reportProblem(context, problem('wrong-usage', 'Say what the task was, with --task.'));
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const built = await build(app, team, pair, { ...options, task: options.task }, stop.signal, context).finally(() =>
    process.removeListener('SIGINT', onInterrupt),
  );
  terminal.clearProgress();
  if (!built.ok) return reportProblem(context, built.problem);
  const { bytes, digest, hindrance } = built.value;
  if (options.bytes) return terminal.print(bytes.toString());
  for (const line of formatWork(built.value)) (options.json ? terminal.tell : terminal.print)(line);
  if (options.preview) return terminal.tell('Nothing was sent.');
  if (hindrance) return reportProblem(context, problem('not-allowed', `Nothing was sent. ${hindrance}`));
  if (!options.yes && !terminal.isInteractive)
    return reportProblem(context, problem('wrong-usage', 'Nothing was sent: there is nobody to ask.', { next: 'Look at it with --preview, then say --yes.' }));
  if (!options.yes && !(await askYes(`Send these ${toSize(bytes.length)}?`))) return terminal.tell('Nothing was sent.');
  const sent = await shareCase(app, team, digest);
  if (!sent.ok) return reportProblem(context, sent.problem);
  if (options.json) terminal.print(toSafeJson({ case: sent.value.caseId, digest }));
  else terminal.print(`Shared as ${sent.value.caseId}. "rounds forget ${sent.value.caseId}" takes it back.`);
}

function build(
  app: App,
  team: TeamPort | null,
  pair: PairId | undefined,
  { compare, deconstruct, task, hidden, top, repo, keep, redact }: ShareWorkOptions & { readonly task: string },
  signal: AbortSignal,
  { terminal }: CommandContext,
) {
  const choices = { ...(pair === undefined ? {} : { pair }), ...(keep ? { keep } : {}), ...(redact ? { redact } : {}) };
  const run = { task, signal, onProgress: (what: string) => terminal.showProgress(`${what}…`), ...choices };
  return compare === undefined
    ? previewDeconstruction(app, team, { ...run, range: deconstruct ?? '', folder: repo ?? '.', top })
    : previewComparison(app, team, { ...run, id: compare, ...(hidden === undefined ? {} : { hidden }) });
}

const formatWork = ({ to, bytes, digest, redactions }: WorkPreview): string[] => [
  `Who will see it  ${to ? `${toPlainLine(to.pair.name)}: ${to.pair.people.map(({ name }) => toPlainLine(name)).join(', ')}, on ${to.host}` : 'nobody yet'}`,
  `What would leave ${toSize(bytes.length)}, SHA-256 ${digest}`,
  `Taken out        ${redactions.length === 0 ? 'nothing was found that had to be' : redactions.map(({ id, mark }) => `${mark} (${id})`).join(', ')}`,
  'What the tests say goes along sealed: nobody reads it before a round is revealed. --bytes prints everything, that included.',
];
