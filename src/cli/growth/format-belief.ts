import type { HeldBelief, ShownEvidence } from '../../model/api/growth.ts';
import type { Terminal } from '../terminal.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

/** One belief: where it stands, what to ask oneself, and every sign for and against it. */
export function formatBelief({ id, belief, standing, questionToAsk, evidence }: HeldBelief, { style, width }: Pick<Terminal, 'style' | 'width'>): string[] {
  const { state, occasionsFor, occasionsAgainst, inOwnWords, relapses, contested, missing } = standing;
  const facts = [
    `${occasionsFor} for`,
    `${occasionsAgainst} against`,
    ...(inOwnWords > 0 ? [`${inOwnWords} in your own words`] : []),
    ...(relapses > 0 ? [`relapsed ${relapses}x`] : []),
    ...(contested ? ['contested'] : []),
  ];
  const indented = (text: string): string[] => wrapText(text, width - 4).map((line) => `    ${line}`);
  return [
    `  ${style('cyan', id)} ${belief}`,
    style('dim', `    ${state} · ${facts.join(', ')}`),
    ...indented(`Ask: ${questionToAsk}`),
    ...evidence.flatMap((one) => formatSign(one, width)),
    ...(missing.length > 0 ? indented(`Missing: ${missing.join(' ')}`) : []),
  ];
}

/** What a session shows is what the agent did: it counts neither for nor against. */
function formatSign({ source, direction, sign, words, at }: ShownEvidence, width: number): string[] {
  const side = source === 'moment' ? 'Seen    ' : direction === 'for' ? 'For     ' : 'Against ';
  const said = words === null ? sign : `“${words}”`;
  return wrapText(`${toPlainLine(said)} (${at.slice(0, 10)})`, width - 12).map((line, index) => `    ${index === 0 ? side : '        '}${line}`);
}
