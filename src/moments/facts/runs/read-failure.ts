/** What failed, in words short enough to compare: one signature for what is the same failure in two runs. */
import { createHash } from 'node:crypto';
import { copyText, headOf } from '../cut-text.ts';
import type { Failure, RunClass } from '../facts.ts';
import { readFailingTests } from './read-failing-tests.ts';
import { readLocations } from './read-locations.ts';

/** Strongest first: the line that says what went wrong. */
const TELLING: readonly RegExp[] = [
  /\berror TS\d+: /,
  /^E {2,}\S/,
  /^(?:Uncaught )?(?:\w+\.)*\w*(?:Error|Exception|Panic|Failure)(?: \[\w+\])?: \S/,
  /^error(?:\[E\d+\])?: /i,
  /^(?:panic|fatal|thread '.*' panicked)\b/,
  /\b(?:Error|Exception): \S/,
  /^(?:Expected|Received|expected)\b/,
  /: (?:error|fatal error): /,
  /^\S+:\d+:\d+:? (?:error|Error)\b/,
  /^\d+:\d+\s+error\b/,
  /(?:command not found|No such file or directory|Permission denied|Cannot find (?:module|package)|[Mm]odule not found|does not exist|timed out|ENOENT|EACCES|ECONNREFUSED|EADDRINUSE)/,
  /^(?:FAIL|FAILED|✗|×|✖|not ok|\(fail\)|--- FAIL:)/,
  /\bfail(?:ed|ure|ing)?\b/i,
];
/** Cheap: what every telling line has. */
const MAY_TELL =
  /err|fail|exception|panic|fatal|expected|received|not found|no such|denied|cannot|not exist|timed out|enoent|eacces|eaddr|econn|not ok|failure|[✗×✖]|^E {2}/i;
/** Lines that only frame the output and come first where nothing else is said. */
const FRAMES =
  /^(?:Exit code \d+|\[[\w:.-]{1,40}\] (?:ERROR task failed|\$ )|mise ERROR |make(?:\[\d+\])?: \*\*\* |error: Recipe `|task: Failed to run task|> |\$ |npm (?:ERR!|error)|error Command failed|error: script "|[×✖] Some (?:errors|warnings) were emitted|info Visit|={3,}|-{3,})/;
const LONGEST_LINE = 1000;
const LONGEST_MESSAGE = 300;
const SIGNATURE_LINES = 3;
const NEAR_LINES = 14;

export function readFailure(lines: readonly string[], runClass: RunClass): Failure | null {
  const usable = lines.filter((line) => line.length <= LONGEST_LINE && line.trim() !== '').map((line) => line.trim());
  if (usable.length === 0) return null;
  const { names: tests, firstAt } = runClass === 'test' ? readFailingTests(usable) : { names: [], firstAt: -1 };
  // Tests that pass may print errors too: what stands near the first failing test is about it.
  const near = firstAt < 0 ? [] : tellingLines(usable.slice(Math.max(0, firstAt - NEAR_LINES), firstAt + NEAR_LINES));
  const telling = near.length > 0 ? near : tellingLines(usable);
  const message = telling[0] ?? usable.findLast((line) => !FRAMES.test(line)) ?? usable.at(-1) ?? '';
  const normalised = [...new Set((telling.length > 0 ? telling : [message]).map(normalise))].slice(0, SIGNATURE_LINES);
  const signature = createHash('sha1')
    .update([...tests.map(normalise).sort(), ...normalised].join('\n'))
    .digest('hex')
    .slice(0, 12);
  return { signature, message: copyText(headOf(message, LONGEST_MESSAGE)), tests, locations: readLocations(usable) };
}

function tellingLines(lines: readonly string[]): string[] {
  let best = TELLING.length;
  let found: string[] = [];
  for (const line of lines) {
    if (!MAY_TELL.test(line) || FRAMES.test(line)) continue;
    const rank = TELLING.findIndex((pattern) => pattern.test(line));
    if (rank < 0 || rank > best) continue;
    if (rank < best) {
      best = rank;
      found = [];
    }
    if (found.length < SIGNATURE_LINES * 2) found.push(line);
  }
  return found;
}

/** Takes out what differs between two runs of the same failure. */
export function normalise(line: string): string {
  return line
    .replace(/0x[0-9a-f]+/gi, '⟨addr⟩')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{18,}\b|\b(?=[a-f]*\d)[0-9a-f]{7,}\b/gi, '⟨id⟩')
    .replace(/(?:[A-Za-z]:)?(?:[\w.@~-]*[\\/])+([\w.@-]*)/g, '$1')
    .replace(/\d+(?:[.:]\d+)*/g, '⟨n⟩')
    .replace(/\s+/g, ' ');
}
