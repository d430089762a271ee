import type { ChangedLine, EditFact } from '../facts/facts.ts';

/** Comments, imports, closing brackets, bare tags and bare strings do nothing that could go wrong by itself. */
const DOES_NOTHING = /^\s*(?:\/\/|#|\*|\/\*|<!--|import\b|from\b|use\b|using\b|package\b|[\])}>;,]*$|<\/?[\w.]*>?$|["'`].*["'`],?$)/;
const DECIDES = /\b(?:if|elif|else|for|while|switch|case|match|when|catch|except|rescue)\b|=>|&&|\|\||\?\?/;

export interface NewCode {
  /** Lines of code added beyond those removed; a rewrite or a move adds little. */
  readonly lines: number;
  /** Of these, lines that branch, loop or catch. */
  readonly branches: number;
}

export function countNewCode(edits: readonly EditFact[]): NewCode {
  const count = (side: 'added' | 'removed', fits: (text: string) => boolean): number =>
    edits.reduce((sum, edit) => sum + edit[side].filter(({ text }: ChangedLine) => !DOES_NOTHING.test(text) && fits(text)).length, 0);
  const any = (): boolean => true;
  const decides = (text: string): boolean => DECIDES.test(text);
  return { lines: count('added', any) - count('removed', any), branches: count('added', decides) - count('removed', decides) };
}
