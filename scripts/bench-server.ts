/** `npm run bench:server`: a real team server on its embedded PostgreSQL, asked over HTTP from this machine. Writes docs/benchmarks.md. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from './bench/measure-search.ts';
import { createRounds, countRounds } from './bench/server/create-rounds.ts';
import { measureStreams } from './bench/server/measure-streams.ts';
import { sealAll } from './bench/server/seal-all.ts';
import { startTeam } from './bench/server/start-team.ts';

const root = join(import.meta.dirname, '..');
const SEALS = 3_000;
const OPENINGS = 960;
const AT_ONCE = 16;
/** More than are sealed: each of a pair seals a half of theirs. */
const FEW_ROUNDS = 8_000;
const MANY_ROUNDS = 100_000;
const STREAMS = 2_000;

const folder = mkdtempSync(join(tmpdir(), 'rounds-bench-'));
const lines: string[] = [];
const say = (what: string, figure: string): void => {
  process.stdout.write(`${what.padEnd(58)}${figure}\n`);
  lines.push(`| ${what} | ${figure} |`);
};
const ms = (value: number): string => `${value.toFixed(1)} ms`;

const team = await startTeam(root, folder, AT_ONCE / 2);
try {
  await createRounds(team, FEW_ROUNDS);
  await sealAll(team, { count: 300, atOnce: AT_ONCE });
  const few = await sealAll(team, { count: SEALS, atOnce: AT_ONCE });
  say(`seals a second, ${AT_ONCE} people at once, ${FEW_ROUNDS} rounds (aim: 300)`, (SEALS / few.seconds).toFixed(0));
  say('one seal over HTTP, p50 / p95 / p99 (aim for p95: 50 ms)', [0.5, 0.95, 0.99].map((at) => ms(quantile(few.times, at))).join(' / '));
  const opening = await sealAll(team, { count: OPENINGS, atOnce: AT_ONCE, which: 'opening' });
  say(
    'seals that open the round to both: a second; p50 / p95',
    `${(OPENINGS / opening.seconds).toFixed(0)}; ${[0.5, 0.95].map((at) => ms(quantile(opening.times, at))).join(' / ')}`,
  );
  const fewAlone = await sealAll(team, { count: 200, atOnce: 1 });
  say('one seal with nobody else at work, p50 / p95', [0.5, 0.95].map((at) => ms(quantile(fewAlone.times, at))).join(' / '));

  await createRounds(team, MANY_ROUNDS - (await countRounds(team)));
  const many = await sealAll(team, { count: SEALS, atOnce: AT_ONCE });
  const manyAlone = await sealAll(team, { count: 200, atOnce: 1 });
  say(`the same with ${MANY_ROUNDS} rounds: seals a second`, (SEALS / many.seconds).toFixed(0));
  say('growth of a seal from the one to the other, p95 (aim: 1.5x)', `${(quantile(many.times, 0.95) / quantile(few.times, 0.95)).toFixed(2)}x`);
  say('growth with nobody else at work, p50', `${(quantile(manyAlone.times, 0.5) / quantile(fewAlone.times, 0.5)).toFixed(2)}x`);

  const streams = await measureStreams(team, STREAMS);
  say(`event streams open at once (aim: ${STREAMS})`, String(streams.open));
  say('memory of the server with them / before', `${streams.memoryMB.toFixed(0)} MB / ${streams.memoryBeforeMB.toFixed(0)} MB`);
  say(
    `from a seal to the last of ${streams.told} streams that are told of it, p50 / p95`,
    [0.5, 0.95].map((at) => ms(quantile(streams.times, at))).join(' / '),
  );
} finally {
  await team.stop();
  rmSync(folder, { recursive: true, force: true });
}

writeFileSync(
  join(root, 'docs', 'benchmarks.md'),
  `# The team server under load

Written by \`npm run bench:server\`; do not edit. One server process, its embedded PostgreSQL and the program that asks share this
machine (${cpus().length} cores, ${process.platform}, Node ${process.versions.node}). Times include HTTP, the check of who asks, encryption, the transaction and its fsync.

| what | figure |
| --- | --- |
${lines.join('\n')}
`,
);
