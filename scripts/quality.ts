/**
 * `npm run quality`: measures redaction and the detector, and writes the figures into docs.
 * `-- --joins REPOSITORY` measures the join of sessions to commits instead; `-- --sample WHAT COUNT SEED FOLDER` draws a sample to be read, and
 * `-- --read ANSWERS` scores what its reader answered; `-- --places LABELS SESSIONS FILE` counts every rule against another labelled set.
 */
import { join } from 'node:path';
import { measureRedaction } from './quality/redaction.ts';
import { measureJoins, type JoinFigures } from './quality/joins.ts';
import { timeWhy } from './quality/joins/time-why.ts';
import { writeJoinsReport } from './quality/joins/write-joins-report.ts';
import { measureRules } from './quality/measure-rules.ts';
import { runPlacesCommand } from './quality/places.ts';
import { runReadCommand, runSampleCommand } from './quality/sample.ts';

const root = join(import.meta.dirname, '..');
const begun = performance.now();

const tell = (step: string): void => void process.stderr.write(`${String(Math.round((performance.now() - begun) / 1000)).padStart(4)} s  ${step}\n`);

/** As often as wanted. */
const joins = process.argv.flatMap((argument, at) => (process.argv[at - 1] === '--joins' ? [argument] : []));
const [first, ...rest] = process.argv.slice(2);

if (joins.length > 0) {
  const measured: JoinFigures[] = [];
  for (const repository of joins) measured.push(await measureJoins(repository));
  process.stdout.write(writeJoinsReport(root, measured, timeWhy(root)));
} else if (first === '--sample') {
  process.exitCode = runSampleCommand(root, rest);
} else if (first === '--read') {
  process.exitCode = runReadCommand(rest);
} else if (first === '--places') {
  process.exitCode = runPlacesCommand(rest);
} else {
  measureRules({ root, tell });
  tell('redaction');
  await measureRedaction(root);
  tell('done');
}
