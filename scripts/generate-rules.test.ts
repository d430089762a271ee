import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the rule registry, the rule pages and the prompts are current', () => {
  const checked = spawnSync(process.execPath, [join(import.meta.dirname, 'generate-rules.ts'), '--check'], { encoding: 'utf8' });
  expect(checked.stderr).toBe('');
  expect(checked.status).toBe(0);
});
