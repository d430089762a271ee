/** Added lines of a patch by file: unified diffs, and the envelope agents hand to apply_patch. */
export function readPatch(text: readonly string[]): { path: string; lines: string[] }[] {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of text) {
    const path = /^\*\*\* (?:Add|Update) File: (.+)$/.exec(line)?.[1] ?? /^\+\+\+ (?:b\/)?([^\t]+)/.exec(line)?.[1];
    const file = files.at(-1);
    if (path !== undefined) files.push({ path: path.trim(), lines: [] });
    else if (file && line.startsWith('+')) file.lines.push(line.slice(1));
    else if (file && file.lines.at(-1) !== '' && file.lines.length > 0) file.lines.push('');
  }
  return files.filter(({ path, lines }) => lines.length > 0 && path !== '/dev/null');
}
