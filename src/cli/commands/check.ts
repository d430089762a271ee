import { Option } from 'commander';
import { checkClaims, type UnprovenClaim } from '../../app/check-claims.ts';
import { readEnvironment } from '../../app/read-environment.ts';
import type { Command, CommandContext } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { tellBug } from '../tell-bug.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

interface CheckOptions {
  readonly json?: boolean;
  readonly failOn?: 'unproven';
}

export const command: Command = {
  register: (commander, context) => {
    commander
      .addOption(new Option('--fail-on <what>', 'end with 1 where there is something (default: always with 0)').choices(['unproven']))
      .option('--json', 'print JSON, also where there is nothing')
      .addHelpText(
        'after',
        `
Which claims of the session that is running in this repository ("fixed", "all tests pass") no run bears out yet, since its
last commit, and what would prove them. Says nothing where there is nothing. Never runs anything itself.

Example:
  rounds check
  rounds check --fail-on unproven

As a git hook that only tells, in .git/hooks/pre-commit:
  #!/bin/sh
  rounds check || true`,
      )
      .action((options: CheckOptions) => check(options, context));
  },
};

/** In a git hook anything but 0 would stop the commit: only the person who asked for that gets it. */
function check({ json, failOn }: CheckOptions, context: CommandContext): void {
  try {
    const { file, claims } = checkClaims({ environment: readEnvironment(), clock: () => new Date() });
    if (json) context.terminal.print(toSafeJson({ file, claims }));
    else if (claims.length > 0) print(claims, context);
    if (claims.length > 0 && failOn === 'unproven') context.exitWith(EXIT.findings);
  } catch (error) {
    tellBug(context, error);
  }
}

/** Of a long list the last ones are what is being committed. */
const MOST = 5;
const MOST_FILES = 3;
const MOST_WORDS = 160;

function print(claims: readonly UnprovenClaim[], { terminal }: CommandContext): void {
  terminal.print(terminal.style('bold', `${toCount(claims.length, 'claim')} not yet proven by a run:`));
  if (claims.length > MOST) terminal.print(`  (the last ${MOST}; --json lists all)`);
  for (const { claim, files, why, run, proof } of claims.slice(-MOST)) {
    const lines = wrapText(`“${toShort(claim)}”`, terminal.width - 2);
    for (const line of lines) terminal.print(`  ${line}`);
    terminal.print(`    ${toReason(why, run, files)}`);
    if (proof !== null) terminal.print(`    would prove it: ${terminal.style('cyan', toShort(proof))}`);
  }
}

function toReason(why: UnprovenClaim['why'], run: string | null, files: readonly string[]): string {
  const more = files.length - MOST_FILES;
  const where = `${files.slice(0, MOST_FILES).map(toPlainLine).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const said = toShort(run ?? '');
  if (why === 'failed') return `the last run failed: ${said}`;
  if (why === 'only-part') return `only a part was run: ${said}`;
  if (why === 'says-nothing') return `the run does not show its result: ${said}`;
  return `nothing was run since ${where} changed`;
}

function toShort(text: string): string {
  const line = toPlainLine(text);
  return line.length > MOST_WORDS ? `${line.slice(0, MOST_WORDS - 1)}…` : line;
}
