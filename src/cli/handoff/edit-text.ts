import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

/** Opens a text in the person's editor and returns what they saved. It lies in a folder of its own that nobody else may read, and is removed. */
export function editText(text: string, variables: NodeJS.ProcessEnv): Result<string, Problem> {
  const editor = variables['VISUAL'] ?? variables['EDITOR'] ?? '';
  if (editor.trim() === '') {
    return failed(problem('wrong-usage', 'No editor is set.', { next: 'Set EDITOR, or write to a file with --to and edit that.' }));
  }
  const folder = mkdtempSync(join(tmpdir(), 'rounds-handoff-'));
  const file = join(folder, 'handoff.md');
  try {
    writeFileSync(file, text, { mode: 0o600 });
    // As git does: the setting may hold arguments, so a shell takes it apart.
    const { status, error } = spawnSync(`${editor} "$ROUNDS_FILE"`, { shell: true, stdio: 'inherit', env: { ...variables, ROUNDS_FILE: file } });
    if (error || status !== 0) return failed(problem('bad-input', 'The editor ended with an error.', { next: 'Nothing was kept. Look at EDITOR.' }));
    return ok(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
