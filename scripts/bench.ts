/** `npm run bench`: ratios measured in one run, on this machine, against a yardstick of the same bytes. Nothing here is a test. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTranscripts } from '../src/sources/find-transcripts.ts';
import { median, medianMs, runChild } from './bench/measure-child.ts';
import { measureSearch, quantile } from './bench/measure-search.ts';
import { multiplySessions } from './bench/multiply-sessions.ts';
import { writeBigSession } from './bench/write-big-session.ts';

const root = join(import.meta.dirname, '..');
const rounds = join(root, 'bin', 'rounds.js');
const corpus = join(root, '..', 'shared', 'corpus');
const TIMES = 5;
const BIG_BYTES = 1_000_000_000;
/** Of the corpus, so that searching is measured over more than 400 MB. */
const COPIES = 4;

interface Stats {
  readonly files: number;
  readonly bytes: number;
  readonly events: number;
  readonly moments: number;
  readonly seconds: { readonly read: number; readonly facts: number; readonly ast: number; readonly rules: number; readonly total: number };
  readonly peakRssMB: number;
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const seconds = (value: number): string => `${value.toFixed(3)} s`;
const ratio = (value: number, to: number): string => `${(value / to).toFixed(2)}x`;

const bareMs = medianMs(TIMES, ['-e', '0']);
const helpMs = medianMs(TIMES, [rounds, '--help']);
say(`node, doing nothing           ${bareMs.toFixed(0)} ms (process start, subtracted below)`);
say(`rounds --help                 ${helpMs.toFixed(0)} ms, ${ratio(helpMs, bareMs)} of it (aim: 4x)`);

if (!existsSync(corpus)) {
  say('The real sessions of ../shared/corpus are not on this machine: reading was not measured.');
  process.exit(0);
}

const claude = join(corpus, 'claude-code');
const yardsticks: number[] = [];
const scans: Stats[] = [];
for (let time = 0; time < TIMES; time += 1) {
  // Alternating, so that a slow spell of the machine falls on both.
  yardsticks.push((JSON.parse(runChild([join(root, 'scripts', 'bench', 'parse-lines.ts'), claude]).stdout) as { seconds: number }).seconds);
  const lines = runChild([rounds, 'scan', claude, '--format', 'ndjson', '--stats']).stdout.trim().split('\n');
  scans.push((JSON.parse(lines.at(-1) ?? '{}') as { stats: Stats }).stats);
}
const first = scans[0];
if (!first) throw new Error('no scan was measured');
const of = (part: keyof Stats['seconds']): number => median(scans.map((stats) => stats.seconds[part]));
const yardstick = median(yardsticks);
const readAndFacts = median(scans.map((stats) => stats.seconds.read + stats.seconds.facts));
say('');
say(`Claude Code files             ${first.files} files, ${(first.bytes / 1e6).toFixed(1)} MB, ${first.events} events, ${first.moments} moments`);
say(`split and JSON.parse          ${seconds(yardstick)} (yardstick, one thread, same bytes)`);
say(`read                          ${seconds(of('read'))}`);
say(`facts                         ${seconds(of('facts'))}`);
say(`read + facts                  ${seconds(readAndFacts)}, ${ratio(readAndFacts, yardstick)} of the yardstick (aim: 3x)`);
say(`code engine (AST)             ${seconds(of('ast'))}, ${ratio(of('ast'), readAndFacts)} of read + facts`);
say(`rules                         ${seconds(of('rules'))}, ${ratio(of('rules'), readAndFacts)} of read + facts`);
say(`peak memory                   ${Math.max(...scans.map((stats) => stats.peakRssMB)).toFixed(0)} MB (aim: 400 MB)`);

const home = mkdtempSync(join(tmpdir(), 'rounds-bench-'));
try {
  const env = { ROUNDS_HOME: home };
  const importArgs = [rounds, 'import', join(corpus, 'claude-code'), join(corpus, 'codex')];
  const cold = runChild(importArgs, env).ms;
  const again = median(Array.from({ length: TIMES }, () => runChild(importArgs, env).ms));
  say('');
  say(`first import                  ${seconds((cold - bareMs) / 1000)} net of process start`);
  say(`import, nothing changed       ${seconds((again - bareMs) / 1000)} net of process start (aim: 0.3 s)`);

  const many = join(home, 'many');
  const searched = {
    bytes: multiplySessions(
      findTranscripts([claude, join(corpus, 'codex')]).files.map(({ path }) => path),
      many,
      COPIES,
    ),
    home: join(home, 'searched'),
  };
  runChild([rounds, 'import', many], { ROUNDS_HOME: searched.home });
  const { questions, newProcess, warm } = measureSearch(rounds, searched.home);
  const inProcess = (share: number): number => quantile(newProcess, share) - bareMs;
  say('');
  say(`search over ${(searched.bytes / 1e6).toFixed(0)} MB            ${questions} questions`);
  say(
    `  in a new process            p50 ${inProcess(0.5).toFixed(0)} ms, p95 ${inProcess(0.95).toFixed(0)} ms net of process start (aim: 100 ms), ${ratio(quantile(newProcess, 0.95), bareMs)} of it`,
  );
  say(`  in one that runs            p50 ${quantile(warm, 0.5).toFixed(0)} ms, p95 ${quantile(warm, 0.95).toFixed(0)} ms`);

  const big = join(home, 'big.jsonl');
  writeBigSession(big, BIG_BYTES);
  const lines = runChild([rounds, 'scan', big, '--format', 'ndjson', '--stats']).stdout.trim().split('\n');
  const { stats } = JSON.parse(lines.at(-1) ?? '{}') as { stats: Stats };
  say('');
  say(`one session of ${(stats.bytes / 1e9).toFixed(2)} GB        ${seconds(stats.seconds.total)}, peak memory ${stats.peakRssMB} MB (aim: 300 MB)`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
