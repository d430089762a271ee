import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_ARCHIVE_BYTES } from '../../model/team/tree-archive.ts';
import { ARCHIVE_MARK, hashBytes, packTree, type PackedFile } from './pack-tree.ts';
import { readArchive } from './read-archive.ts';
import { unpackTree } from './unpack-tree.ts';

const file = (path: string, text = path, mode: PackedFile['mode'] = '644'): PackedFile => ({ path, mode, bytes: Buffer.from(text) });

/** An archive whose list of files says what the test wants, and is otherwise right. */
function forge(files: readonly object[], body: Buffer, head = Buffer.from(JSON.stringify({ format: 1, files }))) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return { archive: zstdCompressSync(Buffer.concat([ARCHIVE_MARK, length, head, body])), hash: hashBytes(head) };
}
const entry = (path: string, text = 'x', mode = '644') => ({ path, mode, size: text.length, sha256: hashBytes(Buffer.from(text)) });
const why = ({ archive, hash }: { archive: Uint8Array; hash: string }): string | undefined => {
  const read = unpackTree(archive, hash);
  if (read.ok) read.value.remove();
  return read.ok ? undefined : read.problem.why;
};

test('any tree comes out as it went in, with one hash whatever the order', () => {
  const name = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,8}[a-z0-9]$/).filter((text) => !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/.test(text));
  const tree = fc
    .uniqueArray(fc.tuple(fc.array(name, { maxLength: 3 }), name, fc.uint8Array({ maxLength: 2000 }), fc.boolean()), {
      maxLength: 12,
      selector: ([folders, last]) => [...folders, last].join('/'),
    })
    // A file's name never ends like a folder's.
    .map((files) =>
      files.map(([folders, last, bytes, runs]): PackedFile => ({
        path: [...folders.map((folder) => `${folder}-d`), `${last}-f`].join('/'),
        mode: runs ? '755' : '644',
        bytes,
      })),
    );
  fc.assert(
    fc.property(tree, (files) => {
      const packed = packTree(files);
      expect(packTree(files.toReversed())).toMatchObject({ hash: packed.hash });
      const unpacked = unpackTree(packed.archive, packed.hash);
      if (!unpacked.ok) throw new Error(unpacked.problem.why);
      const { folder, remove } = unpacked.value;
      for (const { path, mode, bytes } of files) {
        expect(readFileSync(join(folder, path)).equals(bytes)).toBe(true);
        expect((statSync(join(folder, path)).mode & 0o100) !== 0).toBe(mode === '755');
      }
      expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())).toHaveLength(files.length);
      remove();
      expect(existsSync(folder)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('another byte, name or mode is another hash', () => {
  const hashes = [[file('a', '1')], [file('a', '2')], [file('b', '1')], [file('a', '1', '755')], [file('a', '1'), file('b', '')], []].map(
    (files) => packTree(files).hash,
  );
  expect(new Set(hashes).size).toBe(hashes.length);
});

describe('an archive is refused', () => {
  test.each([
    '../a',
    '/etc/passwd',
    'a/../../b',
    'a/./b',
    'a//b',
    '.git/config',
    'x/.GIT/hooks/post-checkout',
    'C:\\a',
    'C:a',
    'a\\..\\b',
    'a\u0000b',
    'nul',
    'aux.txt',
    'a.',
    'git~1/x',
    '',
  ])('where a file would lie at %j', (path) => expect(why(forge([entry(path)], Buffer.from('x')))).toBe('A path leads out of the tree.'));

  test.each(['777', '120000', 'link', '4755'])('where a file has the mode %s', (mode) => {
    expect(why(forge([entry('a', '../../outside', mode)], Buffer.from('../../outside')))).toBeDefined();
  });

  test('where a file would be written through, over or under another', () => {
    expect(why(forge([entry('a'), entry('a')], Buffer.from('xx')))).toBe('The files are not in order.');
    expect(why(forge([entry('A'), entry('a')], Buffer.from('xx')))).toBe('Two files have one name.');
    expect(why(forge([entry('a'), entry('a/b')], Buffer.from('xx')))).toBe('A file is a folder of another.');
  });

  test('where its content is not what its list or its name says', () => {
    const { archive, hash } = packTree([file('a', 'one')]);
    expect(why({ archive, hash: hashBytes(Buffer.from('other')) })).toBe('It is not the tree that was asked for.');
    expect(why(forge([entry('a', 'one')], Buffer.from('two')))).toBe('a is not what the list says.');
    expect(why(forge([entry('a', 'one')], Buffer.from('one more')))).toBe('It holds more than its list says.');
    expect(why(forge([entry('a', 'one')], Buffer.from('o')))).toBe('a is not what the list says.');
    expect(why(forge([], Buffer.from(''), Buffer.from('{"format":1, "files":[]}')))).toBe('Its list of files is not written as it should be.');
    expect(why({ archive: archive.subarray(0, -3), hash })).toBe('It is damaged, or larger than it may be.');
  });

  test('where it would grow without end', () => {
    const bomb = zstdCompressSync(Buffer.alloc(160 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(MAX_ARCHIVE_BYTES);
    expect(readArchive(bomb, hashBytes(bomb))).toMatchObject({ ok: false, problem: { why: 'It is damaged, or larger than it may be.' } });
    expect(readArchive(Buffer.alloc(MAX_ARCHIVE_BYTES + 1), hashBytes(bomb))).toMatchObject({ ok: false, problem: { why: 'It is too large.' } });
  });
});
