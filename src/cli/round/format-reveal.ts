import type { OpenedJudgement, RoundAtHand } from '../../app/take-part/round-door.ts';
import type { Resolution } from '../../model/api/rounds.ts';
import type { Judgement } from '../../model/judgement.ts';
import { formatOutcome } from '../show/format-outcome.ts';
import type { Terminal } from '../terminal.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import { formatLine } from './format-blocks.ts';
import type { CaseLine } from './list-case-blocks.ts';
import { formatMarks, listMarked } from './mark-lines.ts';

/** From here on two probabilities for the same statement are a disagreement. */
const FAR_APART = 25;
const MOST_MARKED = 12;

/** The reveal: where people disagree, then what each sealed, then what happened next. */
export function formatReveal({ answers, outcome }: Pick<RoundAtHand, 'answers' | 'outcome'>, lines: readonly CaseLine[], terminal: Terminal): string[] {
  const wrap = (text: string, indent = ''): string[] => wrapText(text, terminal.width - indent.length).map((line) => `${indent}${line}`.trimEnd());
  const judged = answers ?? [];
  const differences = judged.length > 1 ? listDifferences(judged, lines) : [];
  return [
    '',
    ...(judged.length > 1
      ? [
          terminal.style('bold', differences.length > 0 ? 'Where you disagree' : 'You agree'),
          ...(differences.length > 0 ? differences : ['The same verdict, for the same statement nearly the same probability.']).flatMap((one) =>
            wrap(one, '  '),
          ),
          '',
        ]
      : []),
    ...judged.flatMap((one) => formatJudgement(one, lines, terminal)),
    ...(outcome ? formatOutcome(outcome, terminal) : wrap('What happened next is not here any more. The judgements are kept.')),
  ];
}

function listDifferences(answers: readonly OpenedJudgement[], lines: readonly CaseLine[]): string[] {
  const told: string[] = [];
  const said = (pick: (judgement: Judgement) => string): string =>
    answers.map(({ name, judgement }) => `${toPlainLine(name)}: ${judgement ? pick(judgement) : 'passed'}`).join('; ');
  const judgements = answers.flatMap(({ judgement }) => judgement ?? []);
  const differ = (pick: (judgement: Judgement) => unknown): boolean => new Set(judgements.map(pick)).size > 1;
  if (judgements.length < answers.length || differ(({ verdict }) => verdict)) told.push(`Verdict: ${said(({ verdict }) => verdict)}.`);
  if (differ(({ proposition }) => proposition)) told.push(`Statement: ${said(({ proposition }) => `“${toPlainLine(proposition)}”`)}`);
  else {
    const percents = judgements.map(({ probability }) => probability);
    if (Math.max(...percents) - Math.min(...percents) >= FAR_APART) told.push(`Probability: ${said(({ probability }) => `${probability} %`)}.`);
  }
  const sets = judgements.map(({ lines: marks }) => new Set(listMarked(marks, lines).map(({ number }) => number)));
  const [first, ...rest] = sets;
  if (first && rest.some((other) => first.size > 0 && other.size > 0 && [...first].every((number) => !other.has(number))))
    told.push(`Lines: ${said((judgement) => formatMarks(judgement.lines, lines))}.`);
  return told;
}

function formatJudgement({ name, isMe, judgement, resolution }: OpenedJudgement, lines: readonly CaseLine[], terminal: Terminal): string[] {
  const wrap = (text: string): string[] => wrapText(toPlain(text), terminal.width - 2).map((line) => `  ${line}`.trimEnd());
  const title = terminal.style(isMe ? 'cyan' : 'yellow', toPlainLine(name));
  if (!judgement) return [`${title} passed`, ''];
  const marked = listMarked(judgement.lines, lines);
  const gutter = String(lines.length).length + 2;
  return [
    `${title}: ${judgement.verdict}`,
    ...wrap(judgement.reason),
    ...marked.slice(0, MOST_MARKED).flatMap((line) => formatLine(line, gutter, terminal)),
    ...(marked.length > MOST_MARKED ? wrap(`… and ${marked.length - MOST_MARKED} more lines`) : []),
    ...wrap(`${judgement.probability} %: “${toPlainLine(judgement.proposition)}”`),
    ...(judgement.changeMyMind ? wrap(`Would change ${isMe ? 'your' : 'their'} mind: ${judgement.changeMyMind}`) : []),
    ...(resolution ? wrap(describeResolution(resolution, judgement.knewOutcome)) : []),
    '',
  ];
}

function describeResolution({ truth, brier, verdictFits }: Resolution, knew: boolean): string {
  const fits = verdictFits === null ? '' : verdictFits ? 'The verdict held. ' : 'The verdict did not hold. ';
  if (truth === null) return `${fits}Nothing settles the statement, so it is not scored.`;
  const world = `It was ${truth ? '' : 'not '}true.`;
  if (brier === null) return `${fits}${world} ${knew ? 'The end was known, so it is not scored.' : 'It is not scored.'}`;
  return `${fits}${world} Brier score ${brier.toFixed(2)} (0 is best, 0.25 is what 50 % always earns).`;
}
