import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'cyan' | 'yellow' | 'green' | 'red' | 'italic';

/** Where a command speaks: results to `print`, everything else to `tell`. */
export interface Terminal {
  /** A line of results, to stdout. */
  readonly print: (line?: string) => void;
  /** A line about them, to stderr. */
  readonly tell: (line: string) => void;
  /** A line that replaces itself while work goes on; nothing where stderr is no terminal. */
  readonly showProgress: (line: string) => void;
  readonly clearProgress: () => void;
  /** Colours only on a terminal, and never against NO_COLOR. */
  readonly style: (style: Style, text: string) => string;
  readonly styleError: (style: Style, text: string) => string;
  /** Columns to wrap at: the terminal's, at most 100; 80 where there is none. */
  readonly width: number;
  /** Rows of a page; 24 where the terminal does not say. */
  readonly height: number;
  readonly isInteractive: boolean;
}

const MAX_WIDTH = 100;
const CLEAR_LINE = '\r\u001b[2K';

export function createTerminal({ stdout, stderr, stdin }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'stdin'>): Terminal {
  let hasProgress = false;
  const clearProgress = (): void => {
    if (hasProgress) stderr.write(CLEAR_LINE);
    hasProgress = false;
  };
  return {
    print: (line = '') => {
      if (stdout.isTTY) clearProgress();
      stdout.write(`${line}\n`);
    },
    tell: (line) => {
      clearProgress();
      stderr.write(`${line}\n`);
    },
    showProgress: (line) => {
      if (!stderr.isTTY) return;
      hasProgress = true;
      stderr.write(`${CLEAR_LINE}${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    clearProgress,
    style: (style, text) => styleText(style, text, { stream: stdout }),
    styleError: (style, text) => styleText(style, text, { stream: stderr }),
    // A terminal that does not know its width says 0.
    width: Math.min(MAX_WIDTH, (stdout.isTTY && stdout.columns) || 80),
    height: (stdout.isTTY && stdout.rows) || 24,
    isInteractive: stdout.isTTY && stdin.isTTY,
  };
}
