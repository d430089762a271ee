interface Written {
  readonly text: string;
  /** Of what is chosen. */
  readonly start: number;
  readonly end: number;
}

const STEP = '  ';

/** What Tab does: two spaces at the cursor, or before every chosen line; `isBack` takes up to two away from each. */
export function indentLines({ text, start, end }: Written, isBack: boolean): Written {
  if (!isBack && start === end) return { text: text.slice(0, start) + STEP + text.slice(start), start: start + STEP.length, end: end + STEP.length };
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  const to = after === -1 ? text.length : after;
  const lines = text.slice(from, to).split('\n');
  const changed = lines.map((line) => (isBack ? line.replace(/^ {1,2}/, '') : STEP + line));
  const first = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const joined = changed.join('\n');
  return {
    text: text.slice(0, from) + joined + text.slice(to),
    // What was chosen stays chosen, from the same first character where it was in the middle of a line.
    start: start === from && !isBack ? start : Math.max(from, start + first),
    end: Math.max(from, end + joined.length - (to - from)),
  };
}
