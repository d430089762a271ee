/**
 * Whether the exit status of a line says nothing about its main command: something after it decides the status
 * (`| tail`, `; echo`, `|| true`), or what it printed was thrown away.
 */
import type { ReadCommand } from '../shell/read-commands.ts';
import { programName } from '../shell/unwrap-command.ts';

export function isMasked(commands: readonly ReadCommand[], main: number, line: string): boolean {
  const command = commands[main];
  if (command === undefined) return false;
  if (throwsOutputAway(command.redirects)) return true;
  const pipefail = line.includes('pipefail') || line.includes('PIPESTATUS');
  let decidedByMain = true;
  for (const later of commands.slice(main + 1)) {
    if (later.joinedBy === '|') decidedByMain &&= pipefail;
    else if (later.joinedBy === '||') decidedByMain &&= passesFailureOn(later);
    else if (later.joinedBy === ';' || later.joinedBy === '&') decidedByMain &&= line.includes('set -e') || passesStatusOn(later);
  }
  return !decidedByMain;
}

function throwsOutputAway(redirects: readonly string[]): boolean {
  return (
    redirects.some((redirect) => /^(?:2|&)>{1,2}\/dev\/null$/.test(redirect)) ||
    (redirects.some((redirect) => /^1?>\/dev\/null$/.test(redirect)) && redirects.some((redirect) => redirect === '2>&1'))
  );
}

/** `|| exit 1` and `|| false` keep the failure visible. */
const passesFailureOn = (command: ReadCommand): boolean => {
  const name = programName(command.words[0]);
  return (name === 'exit' && command.words[1] !== '0') || name === 'false' || (name === 'return' && command.words[1] !== '0');
};

const passesStatusOn = (command: ReadCommand): boolean => programName(command.words[0]) === 'exit' && /^\$(?:\?|\w)/.test(command.words[1] ?? '');
