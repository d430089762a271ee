import { readEnvironment } from '../../app/read-environment.ts';
import { scanDiff, type ScannedDiff } from '../../app/scan-diff/scan-diff.ts';
import type { CodeFinding } from '../../app/scan-diff/find-in-diff.ts';
import type { CommandContext } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { formatFinding } from './format-finding.ts';
import { toFindingLine } from './to-finding-line.ts';
import { toSarif } from './to-sarif.ts';

export interface CommitScan {
  readonly diff: string;
  readonly folder: string;
  readonly format: 'text' | 'ndjson' | 'json' | 'sarif';
  readonly top: number;
  readonly all: boolean;
  readonly explain: boolean;
  readonly stats: boolean;
  readonly failsOnFindings: boolean;
}

/** Prints what rules on code find in plain commits or a patch. */
export async function scanCommits(scan: CommitScan, context: CommandContext): Promise<void> {
  const { terminal, exitWith } = context;
  const scanned = await scanDiff(scan);
  if (!scanned.ok) return reportProblem(context, scanned.problem);
  const findings = takeBest(scanned.value.findings, scan.top);
  const lines = findings.map((finding) => toFindingLine(finding, scan.explain));
  const stats = scan.stats ? [{ stats: toStats(scanned.value) }] : [];
  if (scan.format === 'sarif') terminal.print(toSafeJson(toSarif(findings, readEnvironment().version), 2));
  else if (scan.format === 'json') terminal.print(toSafeJson([...lines, ...stats], 2));
  else if (scan.format === 'ndjson') for (const line of [...lines, ...stats]) terminal.print(toSafeJson(line));
  else {
    for (const finding of findings) for (const line of formatFinding(finding, { terminal, explain: scan.explain })) terminal.print(line);
    for (const line of stats) terminal.print(toSafeJson(line));
  }
  const { files, seconds } = scanned.value;
  terminal.tell(`${toCount(findings.length, 'finding')} in ${toCount(files, 'changed file')}, ${seconds.toFixed(2)} s`);
  if (scan.failsOnFindings && findings.length > 0) exitWith(EXIT.findings);
}

const toStats = ({ files, findings, seconds }: ScannedDiff) => ({ files, findings: findings.length, seconds });

/** The best N, still in the order of files and lines. */
function takeBest(findings: readonly CodeFinding[], most: number): CodeFinding[] {
  const best = new Set(findings.toSorted((one, other) => other.worth * other.confidence - one.worth * one.confidence).slice(0, most));
  return findings.filter((finding) => best.has(finding));
}
