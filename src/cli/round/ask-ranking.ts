import type { Ranking, SharedComparison } from '../../model/team/shared-comparison.ts';
import { askJudgement } from '../compare/ask-judgement.ts';
import { formatOutput } from '../compare/format-comparison.ts';
import type { Terminal } from '../terminal.ts';
import { toPlain } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import { Left, type Conversation } from './create-conversation.ts';

/** The outputs under their letters, as lines to be paged. */
export const formatOutputs = ({ task, outputs }: SharedComparison, terminal: Pick<Terminal, 'style' | 'width'>): string[] => [
  ...wrapText(toPlain(task), terminal.width).map((line) => terminal.style('bold', line)),
  '',
  ...outputs.flatMap((output) => [...formatOutput(output, terminal).split('\n'), '']),
];

interface AskInput {
  readonly conversation: Conversation;
  readonly terminal: Pick<Terminal, 'print' | 'style' | 'width'>;
  readonly showCase: () => Promise<void>;
}

/** Ranks, reason and how sure one is, asked until they are sealed or given up: null. What was written `before` goes on to be looked at. */
export async function askRanking(
  { outputs }: SharedComparison,
  { conversation, terminal, showCase, before, keep }: AskInput & { readonly before: Ranking | undefined; readonly keep: (ranking: Ranking) => void },
): Promise<Ranking | null> {
  const letters = outputs.map(({ letter }) => letter);
  let kept = before;
  for (;;) {
    const asked = kept ?? (await askJudgement(letters, conversation.ask));
    if (asked === null) throw new Left();
    keep({ ...asked, knewOutcome: false });
    kept = undefined;
    terminal.print();
    terminal.print(`${asked.ranking.join(' before ')}; ${letters.map((letter) => `${letter} passes: ${asked.passes[letter]} %`).join(', ')}`);
    for (const line of wrapText(asked.reason, terminal.width)) terminal.print(line);
    const decided = await askToSeal({ conversation, terminal, showCase });
    if (decided === 'pass') return null;
    if (decided === 'seal') return { ...asked, knewOutcome: false };
  }
}

/** Sealing and passing want the whole word: neither can be taken back. */
export async function askToSeal({ conversation, terminal, showCase }: AskInput): Promise<'seal' | 'pass' | 'again'> {
  terminal.print(terminal.style('dim', 'Sealed, it cannot be changed.'));
  for (;;) {
    const answer = (await conversation.ask('"seal", "again" to change it, ? to look once more, or "pass": ')).toLowerCase();
    if (answer === '?') await showCase();
    if (answer === 'seal' || answer === 'again') return answer;
    if (answer === 'pass' && /^y(?:es)?$/i.test(await conversation.ask('Give up your answer for good? (yes or no) '))) return answer;
  }
}
