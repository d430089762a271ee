/** `--sample` writes cards for a reader who is not told the rule; `--read` scores what they answered. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { readJsonLines } from './gold.ts';
import { compareSheets, scoreAnswers, type Answer } from './sample/score-answers.ts';
import type { BackgroundCommit } from './background.ts';
import { QUESTIONS, SAMPLES, type Card, type SampleName } from './sample/card.ts';
import { drawSample } from './sample/draw-sample.ts';
import { listAlarmCards } from './sample/list-alarm-cards.ts';
import { listSessionCards } from './sample/list-session-cards.ts';

const USAGE = `Usage: npm run quality -- --sample ${SAMPLES.join('|')} COUNT SEED FOLDER\n       npm run quality -- --read ANSWERS [ANSWERS]\n`;

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
  if (what === 'alarms' || what === 'alarms-all')
    return listAlarmCards(readJsonLines<BackgroundCommit>(join(shared, 'labels', 'background-commits.jsonl')), { all: what === 'alarms-all' });
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

/**
 * Sheets of one sample, each of another reader.
 * @returns the exit code
 */
export function runReadCommand(paths: readonly string[]): number {
  const [first] = paths;
  if (!first) return refuse(USAGE);
  const keyFile = toKeyFile(dirname(resolve(first)));
  const key = existsSync(keyFile) ? readJsonLines<{ id: string; rule: string }>(keyFile) : [];
  const ruleById = new Map(key.map(({ id, rule }) => [id, rule]));
  const sheets = paths.map((path) => readJsonLines<Answer>(path));
  const lines = [
    ...sheets.flatMap((sheet, index) => [basename(paths[index] as string), ...scoreAnswers(sheet, ruleById).map((line) => `  ${line}`)]),
    ...(sheets[0] && sheets[1] ? compareSheets(sheets[0], sheets[1]) : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
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
