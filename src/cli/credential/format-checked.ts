import type { CheckedBadge } from '../../app/credentials/verify-credential.ts';
import type { Terminal } from '../terminal.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

const LOOKS = { holds: ['green', 'holds      '], fails: ['red', 'fails      '], 'not checked': ['yellow', 'not checked'] } as const;

/** Whose badge it says it is, then every check with its answer, what was not checked among them. */
export function formatChecked({ badge, checks, holds }: CheckedBadge, { style, width }: Pick<Terminal, 'style' | 'width'>): string[] {
  const [identity] = badge?.credentialSubject.identifier ?? [];
  const whose = identity && !identity.hashed ? ` of ${toPlainLine(identity.identityHash)}` : '';
  const lines = checks.flatMap(({ asked, verdict, words }) => {
    const [colour, label] = LOOKS[verdict];
    const [first = '', ...rest] = wrapText(toPlainLine(words), width - 26, 'whole');
    return [`  ${style(colour, label)}  ${asked.padEnd(9)}  ${first}`, ...rest.map((line) => `${' '.repeat(24)}${line}`)];
  });
  return [
    ...(badge ? [style('bold', `${toPlainLine(badge.name)}${whose}`)] : []),
    ...lines,
    holds ? 'It holds, as far as it was checked.' : style('red', 'It does not hold.'),
  ];
}
