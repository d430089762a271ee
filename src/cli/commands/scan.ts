import { Option, type Command as Commander } from 'commander';
import type { ScanTotals } from '../../app/add-scan-counts.ts';
import type { ScannedFile } from '../../app/scan-file.ts';
import { scanPaths } from '../../app/scan-paths.ts';
import { findRule } from '../../app/find-rule.ts';
import { readEnvironment } from '../../app/read-environment.ts';
import { AGENT_NAMES, type AgentName } from '../../model/agent-names.ts';
import type { Moment } from '../../model/moment.ts';
import type { Command, CommandContext } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { parseCount } from '../parse-count.ts';
import { scanCommits } from '../scan/scan-commits.ts';
import { formatMoments } from '../scan/format-moments.ts';
import { toSessionSarif, type SarifMoment } from '../scan/to-sarif.ts';
import { toMomentLine } from '../scan/to-moment-line.ts';
import { toCount, toSize } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';

interface ScanOptions {
  readonly agent?: AgentName;
  readonly repo?: string;
  readonly diff?: string;
  readonly failOn?: 'findings';
  readonly format: 'text' | 'ndjson' | 'json' | 'sarif';
  readonly top?: number;
  readonly all?: boolean;
  readonly sound?: boolean;
  readonly explain?: boolean;
  readonly stats?: boolean;
}

/** Moments a session as text: what a person sees first. Formats for programs give all of them. */
const TOP_IN_TEXT = 3;

export const command: Command = {
  register: (commander, context) => {
    declare(commander).action((paths: string[], options: ScanOptions) => scan(paths, options, context, commander));
  },
};

function declare(commander: Commander): Commander {
  return commander
    .argument('[path...]', 'transcript files or folders, of any supported agent')
    .addOption(new Option('--agent <name>', 'only transcripts of this agent').choices(AGENT_NAMES))
    .option('--repo <dir>', 'only sessions that worked in this folder, and those its Entire checkpoints hold; with --diff: where the commits are')
    .option('--diff <commits>', 'plain commits instead of sessions: BASE..HEAD, the path of a patch, or - for one on standard input')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'ndjson', 'json', 'sarif']).default('text'))
    .option('--json', 'the same as --format json')
    .option('--top <n>', `the first N moments of each session (default: ${TOP_IN_TEXT} as text, all otherwise)`, parseCount)
    .option('--all', 'every moment, also of rules not yet measured to be right often enough')
    .option('--sound', 'vindicated decisions instead')
    .option('--explain', 'say which rule found it, and how its rank was made')
    .option('--stats', 'add what was read and how long it took')
    .addOption(new Option('--fail-on <what>', 'with --diff: end with 1 where there is something (default: always with 0)').choices(['findings']))
    .addHelpText(
      'after',
      `
Example:
  rounds scan ~/.claude/projects --top 3
  rounds scan session.jsonl --format ndjson --stats
  rounds scan --repo .

In CI, for a code host that takes SARIF, and to stop a branch:
  rounds scan --diff origin/main...HEAD --format sarif > rounds.sarif
  rounds scan --diff origin/main...HEAD --fail-on findings

In an editor, what is not committed yet, one finding a line as path:line:
  git diff HEAD | rounds scan --diff -`,
    );
}

async function scan(
  paths: readonly string[],
  options: ScanOptions & { json?: boolean },
  { terminal, exitWith }: CommandContext,
  commander: Commander,
): Promise<void> {
  if (options.diff !== undefined) {
    const stray = paths.length > 0 ? 'paths' : options.agent ? '--agent' : options.sound ? '--sound' : null;
    if (stray) commander.error(`error: --diff looks at commits, not sessions: leave out ${stray}`, { code: 'commander.conflictingOption' });
    const { diff, repo: folder = '.', all = false, explain = false, stats = false, failOn } = options;
    return scanCommits(
      {
        diff,
        folder,
        all,
        explain,
        stats,
        format: options.json ? 'json' : options.format,
        top: options.top ?? Infinity,
        failsOnFindings: failOn === 'findings',
      },
      { terminal, exitWith },
    );
  }
  if (options.failOn) commander.error('error: --fail-on is for commits: give --diff too', { code: 'commander.conflictingOption' });
  if (paths.length === 0 && options.repo === undefined) commander.error("error: missing required argument 'path'", { code: 'commander.missingArgument' });
  const format = options.json ? 'json' : options.format;
  const top = options.top ?? (format === 'text' && !options.all ? TOP_IN_TEXT : Infinity);
  const collected: unknown[] = [];
  const sarif: SarifMoment[] = [];
  const onProgress = ({ files, filesTotal, bytes, bytesTotal }: { files: number; filesTotal: number; bytes: number; bytesTotal: number }): void =>
    terminal.showProgress(`reading ${files} of ${toCount(filesTotal, 'file')}, ${toSize(bytes)} of ${toSize(bytesTotal)}`);

  const printFile = (scanned: ScannedFile): void => {
    if (scanned.state === 'bad-input') complain(scanned.file, scanned.what);
    if (scanned.state !== 'read') return;
    for (const { line, why } of scanned.malformed.first) complain(`${scanned.file}:${line}`, why);
    const unnamed = scanned.malformed.count - scanned.malformed.first.length;
    if (unnamed > 0) complain(scanned.file, `${unnamed} more of its lines could not be read.`);
    const moments = scanned.moments.filter(({ rank }) => rank <= top);
    if (format === 'text') for (const line of formatMoments(scanned, moments, { terminal, explain: options.explain ?? false })) terminal.print(line);
    else if (format === 'sarif') for (const moment of moments) addToSarif(moment, scanned.unit);
    else for (const moment of moments) printData(toMomentLine(moment, scanned.unit, options.explain ?? false));
  };
  const addToSarif = (moment: Moment, unit: SarifMoment['unit']): void => {
    const registered = findRule(moment.rule);
    if (registered) sarif.push({ moment, registered, unit });
  };
  const complain = (place: string, what: string): void => {
    terminal.tell(`${toPlainLine(place)}: ${toPlainLine(what)}`);
    exitWith(EXIT.badInput);
  };
  const printData = (value: unknown): void => {
    if (format === 'ndjson') terminal.print(toSafeJson(value));
    else collected.push(value);
  };

  const files = scanPaths({ paths, agent: options.agent, repository: options.repo, sound: options.sound ?? false, nursery: options.all ?? false, onProgress });
  let next = await files.next();
  for (; !next.done; next = await files.next()) printFile(next.value);
  terminal.clearProgress();
  const totals = next.value;
  if (options.stats && format !== 'text' && format !== 'sarif') printData({ stats: totals });
  if (format === 'sarif') terminal.print(toSafeJson(toSessionSarif(sarif, readEnvironment().version), 2));
  if (format === 'json') terminal.print(toSafeJson(collected, 2));
  tellSummary(totals, { terminal, withStats: (options.stats ?? false) && format === 'text' });
}

function tellSummary(totals: ScanTotals, { terminal, withStats }: { terminal: CommandContext['terminal']; withStats: boolean }): void {
  terminal.tell(
    `${toCount(totals.sessions, 'session')} in ${toCount(totals.files, 'file')} (${toSize(totals.bytes)}): ${toCount(totals.moments, 'moment')}, ${totals.seconds.total.toFixed(1)} s`,
  );
  const unknown = Object.entries(totals.unknownRecords);
  if (unknown.length > 0)
    terminal.tell(`record kinds not known yet, kept and counted: ${unknown.map(([name, count]) => `${toPlainLine(name)} ${count}`).join(', ')}`);
  if (withStats) terminal.print(toSafeJson({ stats: totals }));
}
