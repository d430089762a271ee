/** `npm run quality`: measures the detector on ../shared/corpus/gold and writes docs/quality.md and the rules' measured precision. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { groupLabels, isNear, matchMoments, parseJsonLines, readJsonLines, type DecisionLabel, type PlaceLabel, type ScannedMoment } from './quality/gold.ts';
import { measureRedaction } from './quality/redaction.ts';
import { measureJoins, type JoinFigures } from './quality/joins.ts';
import { timeWhy } from './quality/joins/time-why.ts';
import { writeJoinsReport } from './quality/joins/write-joins-report.ts';
import { writeReport } from './quality/report.ts';

const root = join(import.meta.dirname, '..');
const corpus = join(root, '..', 'shared', 'corpus');
const gold = join(corpus, 'gold');

function run(command: string, args: readonly string[]): { stdout: string; stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}: ${error?.message ?? stderr.slice(-2000)}`);
  return { stdout, stderr };
}

function scan(...flags: string[]): { moments: ScannedMoment[]; stdout: string } {
  const paths = ['claude-code', 'codex'].map((agent) => join(corpus, agent));
  const { stdout } = run(process.execPath, [join(root, 'bin', 'rounds.js'), 'scan', ...paths, '--format', 'ndjson', ...flags]);
  return { moments: parseJsonLines<ScannedMoment>(stdout), stdout };
}

/** `--joins REPOSITORY`, as often as wanted: measures the join of sessions to commits on those repositories. */
const joins = process.argv.flatMap((argument, at) => (process.argv[at - 1] === '--joins' ? [argument] : []));
if (joins.length > 0) {
  const measured: JoinFigures[] = [];
  for (const repository of joins) measured.push(await measureJoins(repository));
  process.stdout.write(writeJoinsReport(root, measured, timeWhy(root)));
  process.exit(0);
}

await measureRedaction(root);

if (!existsSync(gold)) {
  process.stderr.write('npm run quality needs the labelled sessions in ../shared/corpus/gold, which are not on this machine. The rules were not measured.\n');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'rounds-quality-'));
try {
  const { moments, stdout } = scan();
  const scanFile = join(folder, 'scan.ndjson');
  writeFileSync(scanFile, stdout);
  const score = run('python3', [join(gold, 'score.py'), join(gold, 'dev.jsonl'), scanFile]);

  const labelsByFile = groupLabels(readJsonLines(join(gold, 'dev.jsonl')));
  const inGold = moments.filter((moment) => labelsByFile.has(basename(moment.file)));
  // Rules are measured with `--all`: one held back for its measured precision would otherwise have none the next time, and come back.
  const all = scan('--all').moments;
  const hits = new Map<ScannedMoment, PlaceLabel | null>();
  for (const [file, labels] of labelsByFile) {
    const own = all.filter((moment) => basename(moment.file) === file);
    for (const [moment, label] of matchMoments(own, labels)) hits.set(moment, label);
  }

  const decisions = readJsonLines<DecisionLabel>(join(gold, 'decisions.jsonl')).map((decision) => {
    const judged = inGold.find(
      (moment) =>
        basename(moment.file) === basename(decision.file) &&
        moment.kind === decision.kind &&
        isNear({ start: moment.start.line, end: moment.end.line }, decision),
    );
    return { decision, moment: judged ?? null };
  });
  const sound = scan('--sound').moments;
  writeReport({ root, score: JSON.parse(score.stdout) as Record<string, unknown>, perKind: score.stderr, hits, decisions, sound, corpusMoments: moments });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
