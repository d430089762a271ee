import type { EditFact } from '../facts/facts.ts';

const QUIETS = /\b(?:ignore|disable|noqa|nolint|nosec|expect-error|nocheck|SuppressWarnings|NOSONAR)\b|#\[allow/i;
const COMMENT = /^\s*(?:\/\/|#|\*|\/\*|--|<!--)/;
/** Added only so that something stands there. */
const FILLER = /^\s*["']?\w+["']?\s*[:=]\s*(?:\[\]|\{\}|null|undefined|None|nil|""|''|0|false)\s*[,;]?$/;

const toCode = (lines: EditFact['added']): string =>
  lines
    .filter(({ text }) => !COMMENT.test(text))
    .map(({ text }) => text)
    .join('')
    .replaceAll(/[\s,;"'`()]/g, '');

/**
 * Whether an edit changes what the code does: quieting a checker, laying out the same text anew and putting an empty value where one
 * is asked for do not. `commentsCount`: a comment is a change too, since what failed had read it.
 */
export function changesCode({ added, removed }: EditFact, { commentsCount = false } = {}): boolean {
  const quiets = added.some(({ text }) => QUIETS.test(text));
  const sameCode = toCode(added) === toCode(removed) && !(commentsCount && added.length > 0);
  return !quiets && !sameCode && !(added.length > 0 && added.every(({ text }) => FILLER.test(text)));
}
