import { describe, expect, it } from 'vitest';
import { readCommands } from './read-commands.ts';

describe('readCommands', () => {
  it.each([
    ['sudo -u app rm -rf /srv/x', ['rm', '-rf', '/srv/x'], ['sudo', '-u', 'app']],
    ['timeout 60 npx -y vitest run', ['vitest', 'run'], ['timeout', '60', 'npx', '-y']],
    ['uv run --with x pytest -q', ['pytest', '-q'], ['uv', 'run', '--with', 'x']],
    ['pnpm exec tsc', ['tsc'], ['pnpm', 'exec']],
    ['find . | xargs -n 1 rm', ['rm'], ['xargs', '-n', '1']],
    ['npm run test', ['npm', 'run', 'test'], []],
    ['command -v node', ['command', '-v', 'node'], []],
  ])('takes the wrappers off %s', (line, words, wrappers) => {
    expect(readCommands(line).at(-1)).toMatchObject({ words, wrappers });
  });

  it('opens the script given to a shell', () => {
    expect(readCommands(`bash -lc 'cd web && NODE_ENV=test npm test' | tail -3`)).toMatchObject([
      { words: ['cd', 'web'], joinedBy: '' },
      { words: ['npm', 'test'], env: ['NODE_ENV=test'], joinedBy: '&&' },
      { words: ['tail', '-3'], joinedBy: '|' },
    ]);
  });

  it('leaves a script file alone', () => {
    expect(readCommands('bash scripts/test.sh')).toMatchObject([{ words: ['bash', 'scripts/test.sh'] }]);
  });

  it('does not follow shells inside shells for ever', () => {
    let line = 'ls';
    for (let depth = 0; depth < 12; depth++) line = `bash -c ${JSON.stringify(line)}`;
    expect(readCommands(line)).toHaveLength(1);
  });
});
