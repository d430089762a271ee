import { InvalidArgumentError, type Command as Commander } from 'commander';

export interface OpenOptions {
  readonly open: boolean;
  readonly port?: number;
  readonly demo?: boolean;
}

/** The options of `rounds` without a command; light, since --help shows them. */
export function registerOpen(program: Commander, action: (options: OpenOptions) => Promise<void>): void {
  program
    .option('--no-open', 'do not open the browser')
    .option('--port <number>', 'port on this machine (default: the first free one)', parsePort)
    .option('--demo', 'load the bundled demo sessions')
    .addHelpText(
      'after',
      '\nExample:\n  rounds            read what is new, find moments, open the web app\n  rounds scan .     print the moments of transcripts in this folder',
    )
    .action(action);
}

export function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}
