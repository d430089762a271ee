import type { ExplainedMoment } from '../../app/ranking/explain-moment.ts';
import { SCORE_PARTS, type Explanation } from '../../model/api/ranking.ts';
import type { Terminal } from '../terminal.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

const NAME_WIDTH = Math.max(...SCORE_PARTS.map((part) => part.length)) + 2;
const FACTOR_WIDTH = 6;

/** The parts of a score, one a line: its name, what it multiplies by, and why; their product last. */
export function formatScore({ total, parts }: Explanation, terminal: Terminal, width: number): string[] {
  const lead = NAME_WIDTH + FACTOR_WIDTH;
  const rows = parts.flatMap(({ part, factor, words }) => {
    const [first = '', ...rest] = wrapText(toPlainLine(words), width - lead);
    return [toHead(part.replaceAll('-', ' '), factor) + first, ...rest.map((line) => ' '.repeat(lead) + line)];
  });
  return [...rows.map((row) => terminal.style('dim', row)), toHead('score', total) + 'these multiplied; the best of a session come first'];
}

/** Which rule found a moment, and its score. */
export function formatExplained({ kind, rule, ruleVersion, explanation }: ExplainedMoment, terminal: Terminal, width: number): string[] {
  return [terminal.style('yellow', `${kind} · ${rule} v${ruleVersion}`), ...formatScore(explanation, terminal, width)];
}

const toHead = (name: string, factor: number): string => name.padEnd(NAME_WIDTH) + factor.toFixed(2).padEnd(FACTOR_WIDTH);
