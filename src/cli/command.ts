import type { Command as Commander } from 'commander';
import type { Terminal } from './terminal.ts';

export interface CommandContext {
  readonly terminal: Terminal;
  /** Sets the process's exit code; the first that is not 0 stays. */
  readonly exitWith: (code: number) => void;
}

/** What each file of commands/ exports as `command`. */
export interface Command {
  /** Adds arguments, options, an example and the action. */
  readonly register: (commander: Commander, context: CommandContext) => void;
}
