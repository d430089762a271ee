import type { HunkPrediction } from '../../model/deconstruction.ts';
import type { Predictions, SharedDeconstruction } from '../../model/team/shared-deconstruction.ts';
import { formatHunk } from '../deconstruct/format-hunk.ts';
import type { Terminal } from '../terminal.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import { askToSeal } from './ask-ranking.ts';
import type { Conversation } from './create-conversation.ts';

export const formatHunks = ({ task, suite, hunks }: SharedDeconstruction, terminal: Pick<Terminal, 'style' | 'width'>): string[] => [
  ...wrapText(toPlain(task), terminal.width).map((line) => terminal.style('bold', line)),
  ...wrapText(`Each hunk was taken out by itself, and ${toPlainLine(suite)} was run without it.`, terminal.width),
  '',
  ...hunks.flatMap((hunk) => [...formatHunk(hunk, terminal).split('\n'), '']),
];

interface AskInput {
  readonly conversation: Conversation;
  readonly terminal: Pick<Terminal, 'print' | 'style' | 'width'>;
  readonly showCase: () => Promise<void>;
}

/** What happens without each hunk, asked until it is sealed or given up: null. */
export async function askPredictions(
  { hunks }: SharedDeconstruction,
  input: AskInput & { readonly before: Predictions['predictions']; readonly keep: (predictions: Predictions['predictions']) => void },
): Promise<Predictions | null> {
  const { conversation, terminal, before, keep } = input;
  const predictionById = new Map<string, HunkPrediction>(Object.entries(before));
  const firstOpen = hunks.findIndex(({ id }) => !predictionById.has(id));
  for (let from = firstOpen === -1 ? hunks.length : firstOpen; ; from = 0) {
    for (let at = from; at < hunks.length;) {
      const hunk = hunks[at] as (typeof hunks)[number];
      terminal.print();
      terminal.print(formatHunk(hunk, terminal));
      const now = predictionById.get(hunk.id);
      if (now) terminal.print(terminal.style('dim', `Now: ${describePrediction(now)}`));
      const answer = await conversation.ask('Without these lines, which test fails? (part of its name; "any"; "none"; < goes back) ');
      if (answer === '<') at = Math.max(0, at - 1);
      else if (answer !== '' || now) {
        if (answer !== '') predictionById.set(hunk.id, parsePrediction(answer));
        keep(Object.fromEntries(predictionById));
        at += 1;
      }
    }
    terminal.print();
    for (const { id, path } of hunks) terminal.print(`${id.slice(0, 6)} ${toPlainLine(path)}: ${describePrediction(predictionById.get(id) as HunkPrediction)}`);
    const decided = await askToSeal(input);
    if (decided === 'pass') return null;
    if (decided === 'seal') return { predictions: Object.fromEntries(predictionById), reason: '', knewOutcome: false };
  }
}

function parsePrediction(answer: string): HunkPrediction {
  if (/^none$/i.test(answer)) return { expects: 'nothing' };
  return { expects: 'failure', test: /^any$/i.test(answer) ? '' : answer };
}

export const describePrediction = (prediction: HunkPrediction): string =>
  prediction.expects === 'nothing' ? 'no test fails' : prediction.test === '' ? 'some test fails' : `“${toPlainLine(prediction.test)}” fails`;
