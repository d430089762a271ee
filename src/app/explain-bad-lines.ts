const FIRST_LINE_BYTES = 64 * 1024;

/**
 * What is wrong with a file that claims to hold records, one JSON value a line, and is no transcript; null when it is some
 * other honest file. `why` is what the readers say of its bytes.
 */
export function explainBadLines(path: string, head: Buffer, why: string): string | null {
  if (!path.endsWith('.jsonl') || head.length === 0) return null;
  const newline = head.indexOf(0x0a);
  if (newline === -1 && head.length >= FIRST_LINE_BYTES) return `Its first line is longer than ${FIRST_LINE_BYTES / 1024} kB and no record of a known agent.`;
  try {
    JSON.parse(head.subarray(0, newline === -1 ? undefined : newline).toString('utf8'));
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return head.includes(0) || why !== UNKNOWN ? why : 'Its first line is not JSON.';
  }
}

const UNKNOWN = 'It is no transcript of an agent Rounds knows.';
