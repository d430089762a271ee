import { readCommands } from '../../moments/facts/shell/read-commands.ts';
import { createWritingCollector, type WritingCollector } from '../../origins/writings/create-writing-collector.ts';

/** Longest file written by one command that is kept, in characters. */
const LONGEST_WRITTEN = 400_000;

/** Collects what a session writes into files, its shell lines read as the facts read them, but with all they hold. */
export function createSessionWritingCollector(): WritingCollector {
  return createWritingCollector({ readShell: (line) => readCommands(line, LONGEST_WRITTEN) });
}
