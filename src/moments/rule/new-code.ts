import type { ChangedLine, EditFact } from '../facts/facts.ts';

/** Comments, imports, closing brackets, markup and plain text do nothing that could go wrong by itself. */
const DOES_NOTHING =
  /^\s*(?:\/\/|#|\*|\/\*|<!--|import\b|from\b|use\b|using\b|package\b|[\])}>;,]*$|<\/?[\w.]*[^{}]*>?$|["'`].*["'`],?$|[\w-]+="[^"{}]*"\s*\/?>?$|[^(){}=;<>:[\]]*$)/;
/** Looks, not behaviour. */
const STYLES: ReadonlySet<string> = new Set(['css', 'scss', 'less', 'html', 'svg', 'xml']);
const DECIDES = /\b(?:if|elif|else|for|while|switch|case|match|when|catch|except|rescue)\b|=>|&&|\|\||\?\?/;

export interface NewCode {
  /** Lines of code added beyond those removed; a rewrite or a move adds little. */
  readonly lines: number;
  /** Of these, lines that branch, loop or catch. */
  readonly branches: number;
  /** Names in the code added that the code removed does not hold; a text or a number that changes brings none. */
  readonly names: number;
}

const isCode = ({ text }: ChangedLine): boolean => !DOES_NOTHING.test(text);
const isBranch = (line: ChangedLine): boolean => isCode(line) && DECIDES.test(line.text);

const STRINGS_AND_COMMENTS = /(["'`])(?:\\.|(?!\1).)*\1|\/\/.*|#.*/g;

function listNames(lines: readonly ChangedLine[]): Set<string> {
  return new Set(lines.filter(isCode).flatMap(({ text }) => text.replace(STRINGS_AND_COMMENTS, '').match(/[A-Za-z_]\w{2,}/g) ?? []));
}

export function countNewCode(edits: readonly EditFact[]): NewCode {
  const coded = edits.filter(({ path }) => !STYLES.has(path.slice(path.lastIndexOf('.') + 1)));
  const added = coded.flatMap((edit) => edit.added);
  const removed = coded.flatMap((edit) => edit.removed);
  const gone = listNames(removed);
  return {
    lines: added.filter(isCode).length - removed.filter(isCode).length,
    branches: added.filter(isBranch).length - removed.filter(isBranch).length,
    names: [...listNames(added)].filter((name) => !gone.has(name)).length,
  };
}
