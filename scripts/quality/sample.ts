/** `--sample` writes cards for a reader who is not told the rule; `--read` scores what they answered. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, isAbsolute } from 'node:path';
import { readJsonLines } from './gold.ts';
import { scoreAnswers, type Answer } from './sample/score-answers.ts';
import type { BackgroundCommit } from './background.ts';
import { QUESTIONS, SAMPLES, type Card, type SampleName } from './sample/card.ts';
import { drawSample } from './sample/draw-sample.ts';
import { listAlarmCards } from './sample/list-alarm-cards.ts';
import { listSessionCards } from './sample/list-session-cards.ts';

const USAGE = `Usage: npm run quality -- --sample ${SAMPLES.join('|')} COUNT SEED FOLDER\n       npm run quality -- --read ANSWERS\n`;

/** @returns the exit code */
export function runSampleCommand(root: string, [name, countText, seed, given]: readonly string[]): number {
  const what = SAMPLES.find((sample) => sample === name);
  const count = Number(countText);
  if (!what || !Number.isInteger(count) || count < 1 || !seed || !given) return refuse(USAGE);
  const folder = resolve(given);
  if (isInside(folder, root)) return refuse('The cards hold what people wrote: name a folder outside the repository.\n');
  if (existsSync(folder)) return refuse(`There is something at ${folder} already; a sample wants a new folder.\n`);
  const shared = join(root, '..', 'shared');
  const drawn = drawSample(listCards(what, shared), { count, seed: `${what} ${seed}`, projectOf: ({ project }) => project });
  writeSample(folder, what, drawn);
  if (drawn.length < count) process.stderr.write(`There are only ${drawn.length}.\n`);
  process.stdout.write(`${drawn.length} cards: ${folder}\nWhat the reader must not see: ${toKeyFile(folder)}\n`);
  return 0;
}

function listCards(what: SampleName, shared: string): Card[] {
  if (what === 'alarms') return listAlarmCards(readJsonLines<BackgroundCommit>(join(shared, 'labels', 'background-commits.jsonl')));
  return listSessionCards(join(shared, 'corpus'), { sound: what === 'sound' });
}

const toKeyFile = (folder: string): string => `${folder}-key.jsonl`;
const toLine = (value: unknown): string => `${JSON.stringify(value)}\n`;

function writeSample(folder: string, what: SampleName, drawn: readonly Card[]): void {
  mkdirSync(folder, { recursive: true });
  const cards = drawn.map((card, index) => ({ ...card, id: `${what}-${String(index + 1).padStart(2, '0')}` }));
  for (const { id, render } of cards) writeFileSync(join(folder, `${id}.txt`), `${QUESTIONS[what]}\n\n${render()}\n`);
  writeFileSync(join(folder, 'answers.jsonl'), cards.map(({ id }) => toLine({ id, wouldStop: null, kind: '', note: '' })).join(''));
  writeFileSync(toKeyFile(folder), cards.map(({ id, key, project }) => toLine({ id, project, ...key })).join(''));
}

/** @returns the exit code */
export function runReadCommand([answersFile]: readonly string[]): number {
  if (!answersFile) return refuse(USAGE);
  const keyFile = toKeyFile(resolve(answersFile, '..'));
  const key = existsSync(keyFile) ? readJsonLines<{ id: string; rule: string }>(keyFile) : [];
  process.stdout.write(`${scoreAnswers(readJsonLines<Answer>(answersFile), new Map(key.map(({ id, rule }) => [id, rule]))).join('\n')}\n`);
  return 0;
}

function isInside(folder: string, root: string): boolean {
  const path = relative(root, folder);
  return path === '' || (!path.startsWith('..') && !isAbsolute(path));
}

function refuse(why: string): number {
  process.stderr.write(why);
  return 2;
}
