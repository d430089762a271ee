import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toRepositoryName } from './repository-name.ts';

it.each([
  ['https://github.com/team/books.git', 'github.com/team/books'],
  ['https://anna:ghp_secret@GitHub.com/team/books', 'github.com/team/books'],
  ['git@github.com:team/books.git', 'github.com/team/books'],
  ['github.com:team/books', 'github.com/team/books'],
  ['ssh://git@example.org:2222/team//books.git/', 'example.org/team/books'],
  ['https://example.org/team/books.git?token=secret#x', 'example.org/team/books'],
  ['/srv/git/books.git', null],
  ['../books', null],
  ['file:///srv/git/books.git', null],
  [String.raw`C:\git\books`, null],
  ['https://example.org/', null],
  ['', null],
])('%s is %s', (address, name) => {
  expect(toRepositoryName(address)).toBe(name);
});

it('never holds what stands before the host', () => {
  const word = fc.stringMatching(/^[A-Z0-9]{6,12}$/);
  fc.assert(
    fc.property(word, word, fc.constantFrom('https://', 'ssh://', ''), (user, password, protocol) => {
      const name = toRepositoryName(protocol === '' ? `${user}@example.org:team/books` : `${protocol}${user}:${password}@example.org/team/books`);
      expect(name).toBe('example.org/team/books');
    }),
  );
});
