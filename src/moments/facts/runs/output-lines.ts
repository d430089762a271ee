/** The lines of an output that are looked at: its beginning and its end, colours taken out, carriage-return progress folded. */
const HEAD = 8_000;
const TAIL = 12_000;
// eslint-disable-next-line no-control-regex -- the escape character is what is looked for
const COLOURS = /\u001b\[[0-9;?]*[A-Za-z]/g;

export function outputLines(text: string): string[] {
  const bounded = text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`;
  const plain = bounded.includes('\u001b') ? bounded.replace(COLOURS, '') : bounded;
  return plain.split('\n').map((line) => (line.includes('\r') ? lastFrame(line) : line));
}

/** A progress line is overwritten in place; what stayed on the screen is its last frame. */
const lastFrame = (line: string): string => line.split('\r').findLast((frame) => frame !== '') ?? '';
