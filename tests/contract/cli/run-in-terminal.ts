/** The command line in a real pseudo-terminal, answered as a person answers: by what stands on the screen. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import type { RunOptions } from './run-rounds.ts';

const main = new URL('../../../src/cli/main.ts', import.meta.url).href;

/** Node has no pseudo-terminals of its own; Python's standard library does. */
const DRIVER = `
import fcntl, os, pty, select, struct, sys, termios
columns, rows, command = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
sources = [0, terminal]
while True:
    ready, _, _ = select.select(sources, [], [])
    if 0 in ready:
        typed = os.read(0, 65536)
        if typed: os.write(terminal, typed)
        else: sources.remove(0)
    if terminal in ready:
        try: shown = os.read(terminal, 65536)
        except OSError: break
        if not shown: break
        os.write(1, shown)
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status))
`;

export interface TerminalRun {
  /** Of what holds the terminal; the command is its child. */
  readonly pid: number;
  /** Waits until these words come, after what was awaited before; throws where the command ends without them. */
  readonly see: (words: string) => Promise<string>;
  readonly type: (line: string) => void;
  readonly press: (keys: string) => void;
  /** All that was shown, as bytes came. */
  readonly raw: () => string;
  readonly end: () => Promise<number>;
}

export function runInTerminal(
  args: readonly string[],
  { home, env = {}, cwd = home, columns = 90, rows = 40 }: RunOptions & { readonly columns?: number; readonly rows?: number },
): TerminalRun {
  const script = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`;
  const child = spawn('python3', ['-c', DRIVER, String(columns), String(rows), process.execPath, '--eval', script, '--', ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, ROUNDS_HOME: `${home}/state`, TERM: 'xterm', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let raw = '';
  let seen = 0;
  let ended = false;
  const wakers = new Set<() => void>();
  const wake = (): void => wakers.forEach((one) => one());
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    raw += text;
    wake();
  });
  const closed = once(child, 'close').then(([code]) => {
    ended = true;
    wake();
    return Number(code);
  });
  const shown = (): string => stripVTControlCharacters(raw).replaceAll('\r', '');
  return {
    pid: child.pid ?? 0,
    async see(words) {
      for (;;) {
        const at = shown().indexOf(words, seen);
        if (at !== -1) {
          const passed = shown().slice(seen, at + words.length);
          seen = at + words.length;
          return passed;
        }
        if (ended) throw new Error(`"${words}" never came. The last that was shown:\n${shown().slice(-1500)}`);
        await new Promise<void>((resolve) => {
          const waker = (): void => {
            wakers.delete(waker);
            resolve();
          };
          wakers.add(waker);
        });
      }
    },
    type: (line) => void child.stdin.write(`${line}\r`),
    press: (keys) => void child.stdin.write(keys),
    raw: () => raw,
    end: () => closed,
  };
}
