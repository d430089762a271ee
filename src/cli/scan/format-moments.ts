import { explainScore } from '../../app/ranking/explain-score.ts';
import type { Session } from '../../model/session.ts';
import type { Moment } from '../../model/moment.ts';
import { AGENT_LABELS } from '../../model/agent-names.ts';
import { formatScore } from '../ranking/format-score.ts';
import type { Terminal } from '../terminal.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { cutToWidth, wrapText } from '../text/wrap-text.ts';

export interface FormatOptions {
  readonly terminal: Terminal;
  readonly explain: boolean;
}

const INDENT = '     ';

/** A session's moments: the question first, then where it stands. Rule and outcome only where they are asked for. */
export function formatMoments(
  { file, session, unit }: { file: string; session: Session; unit: 'line' | 'message' },
  moments: readonly Moment[],
  options: FormatOptions,
): string[] {
  if (moments.length === 0) return [];
  const { terminal } = options;
  const heading = [AGENT_LABELS[session.agent], session.startedAt?.slice(0, 10), toPlainLine(session.title ?? '')].filter(Boolean).join('  ');
  return [
    terminal.style('bold', cutToWidth(heading, terminal.width)),
    terminal.style('dim', toPlainLine(file)),
    ...moments.flatMap((moment) => formatMoment(moment, unit, options)),
    '',
  ];
}

function formatMoment(moment: Moment, unit: string, { terminal, explain }: FormatOptions): string[] {
  const { rank, question, span, minutes, id } = moment;
  const [first = '', ...rest] = wrapText(toPlainLine(question), terminal.width - INDENT.length);
  const lines = span.start === span.end ? `${unit} ${span.start}` : `${unit}s ${span.start}–${span.end}`;
  return [
    '',
    `${terminal.style('cyan', String(rank).padStart(3))}  ${first}`,
    ...rest.map((line) => INDENT + line),
    INDENT + terminal.style('dim', `${lines} · about ${minutes} min · ${id}`),
    ...(explain ? formatExplanation(moment, terminal) : []),
  ];
}

function formatExplanation(moment: Moment, terminal: Terminal): string[] {
  const { title, kind, rule, ruleVersion, evidence, hindsight } = moment;
  const width = terminal.width - INDENT.length - 2;
  const quote = (line: number, text: string, mark: string): string => cutToWidth(`${mark} ${line}: ${toPlainLine(text)}`, width);
  return [
    ...wrapText(toPlainLine(title), width).map((line) => terminal.style('yellow', line)),
    `${kind} · ${rule} v${ruleVersion}`,
    ...formatScore(explainScore(moment, null), terminal, width),
    ...evidence.map((citation) => quote(citation.line, citation.quote, '›')),
    ...hindsight.map((later) => quote(later.start, later.quote, '» later,')),
  ].map((line) => `${INDENT}${line}`);
}
