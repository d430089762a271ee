import { expect, test } from 'vitest';
import { createPlaceCover } from './hide-places.ts';

const cover = createPlaceCover({ roots: ['/home/maria/code/shop', '/home/maria/code/shop/packages/web'], home: '/home/maria' });

test.each([
  ['/home/maria/code/shop/packages/web/src/a.ts', 'packages/web/src/a.ts'],
  ['/home/maria/code/shop', '.'],
  ['/home/maria/notes/client.md', '[outside]/client.md'],
  ['/tmp/out.log', '[outside]/out.log'],
  ['~/.ssh/config', '[outside]/config'],
  ['src/a.ts', 'src/a.ts'],
])('the path %s becomes %s', (path, shown) => expect(cover(path, 'key')).toBe(shown));

test.each([
  ['cd /home/maria/code/shop && npm test', 'cd . && npm test'],
  ['at total (/home/maria/code/shop/src/a.ts:3:7)', 'at total (src/a.ts:3:7)'],
  ['file:///home/maria/code/shop/src/a.ts', 'src/a.ts'],
  ['see /home/maria/clients/acme/plan.md, or ~/acme/plan.md', 'see [outside]/plan.md, or [outside]/plan.md'],
  ['cp "/home/maria/code/shopping/list.txt" /Users/tom/x', 'cp "[outside]/list.txt" [outside]/x'],
  ['https://example.com/home/maria/x and ./tmp/x', 'https://example.com/home/maria/x and ./tmp/x'],
  ['/usr/lib/node_modules/npm', '/usr/lib/node_modules/npm'],
])('%s is shown as %s', (text, shown) => expect(cover(text, 'content')).toBe(shown));

test('code keeps the paths it is about', () => {
  expect(cover("const log = '/var/tmp/a.log'; // /home/maria/code/shop/src", 'line')).toBe("const log = '/var/tmp/a.log'; // src");
});

test('Windows paths too, however their backslashes are written', () => {
  const windows = createPlaceCover({ roots: [String.raw`C:\Users\maria\shop`], home: String.raw`C:\Users\maria` });
  expect(windows(String.raw`C:\Users\maria\shop\src\a.ts`, 'key')).toBe(String.raw`src\a.ts`);
  expect(windows(String.raw`"C:\\Users\\maria\\shop\\src"`, 'content')).toBe('"src"');
  expect(windows(String.raw`del C:\Users\tom\x.txt`, 'content')).toBe('del [outside]/x.txt');
});
