import { expect, it } from 'vitest';
import { createScript } from '../session-script.ts';

const isRead = (before: (script: ReturnType<typeof createScript>) => void, path: string): boolean | undefined => {
  const script = createScript();
  before(script);
  script.edit(path, { added: ['x'] });
  return script.facts().edits.at(-1)?.readBefore;
};

it.each([
  ['by the reading tool', (script) => script.call({ type: 'read', path: '/w/src/a.ts' }, {})],
  ['by a command', (script) => script.run('cd /w && sed -n 1,20p src/a.ts', {})],
  ['by a command somewhere unknown', (script) => script.run('cat src/a.ts', {})],
  ['by its diff', (script) => script.run('git diff src/a.ts', { cwd: '/w' })],
  ['because the person named it', (script) => script.prompt('update @src/a.ts please')],
  ['because the agent wrote it', (script) => script.edit('/w/src/a.ts', { added: ['y'], change: 'create' })],
] satisfies [string, (script: ReturnType<typeof createScript>) => void][])('a file is known %s', (_, before) => {
  expect(isRead(before, '/w/src/a.ts')).toBe(true);
});

it('another file, or one only tested, is not', () => {
  expect(isRead((script) => script.call({ type: 'read', path: '/w/src/ba.ts' }, {}), '/w/src/a.ts')).toBe(false);
  expect(isRead((script) => script.run('npx vitest run src/a.ts', { cwd: '/w' }), '/w/src/a.ts')).toBe(false);
});
