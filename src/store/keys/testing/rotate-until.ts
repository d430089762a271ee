// Rotates the master key of a folder and dies, as by a power cut, just before the given one of its steps on files.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [folder = '', last = ''] = process.argv.slice(2);
let steps = 0;
for (const name of ['fsyncSync', 'linkSync', 'renameSync', 'rmSync', 'writeFileSync', 'writeSync'] as const) {
  const original = fs[name] as (...given: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      if (++steps === Number(last)) process.kill(process.pid, 'SIGKILL');
      return original(...given);
    },
  });
}
syncBuiltinESMExports();

const { openKeys } = await import('../open-keys.ts');
const opened = openKeys({ folder, variables: {} });
if (!opened.ok || !(await opened.value.rotateMaster()).ok) process.exitCode = 1;
