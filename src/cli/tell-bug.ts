import type { CommandContext } from './command.ts';

export function tellBug({ terminal }: CommandContext, error: unknown): void {
  terminal.tell(`This is a bug in Rounds: ${error instanceof Error ? error.stack : String(error)}`);
}
