import { expect, it } from 'vitest';
import { toShownAction, toShownPath } from './to-shown-path.ts';

it.each([
  ['/home/ada/shop/src/a.ts', '/home/ada/shop', 'src/a.ts'],
  ['/home/ada/shop', '/home/ada/shop', '.'],
  ['/home/ada/shop-old/a.ts', '/home/ada/shop', '/home/ada/shop-old/a.ts'],
  ['C:\\work\\shop\\a.ts', 'C:\\work\\shop', 'a.ts'],
  ['/etc/hosts', '/', '/etc/hosts'],
  ['src/a.ts', null, 'src/a.ts'],
])('%s in %s is %s', (path, cwd, shown) => expect(toShownPath(path, cwd)).toBe(shown));

it('shortens what a call names, and nothing inside commands', () => {
  expect(toShownAction({ type: 'search', query: 'x', path: '/a/b' }, '/a')).toEqual({ type: 'search', query: 'x', path: 'b' });
  expect(toShownAction({ type: 'run', command: 'cat /a/b' }, '/a')).toEqual({ type: 'run', command: 'cat /a/b' });
});
