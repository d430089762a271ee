import { SESSION_START } from './records/record-schemas.ts';

/** The history begins with a session's opening line; a file that was cut at its front has one on a line further down. */
export function sniffAider(head: Buffer): number {
  const lines = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return 0;
  if (SESSION_START.test(lines[first] ?? '')) return 1;
  const isCutAtFront = lines.some((line) => SESSION_START.test(line)) && lines.some((line) => /^> Aider v\d/.test(line));
  return isCutAtFront ? 0.6 : 0;
}
