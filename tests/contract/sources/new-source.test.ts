import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addToRepository, EDITED_FILES } from '../../../scripts/new-source/add-to-repository.ts';
import { toSourceFiles } from '../../../scripts/new-source/to-source-files.ts';

const ROOT = join(import.meta.dirname, '../../..');
const textByFile = Object.fromEntries(EDITED_FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

test('a new source is named wherever sources are listed, and nothing else changes', () => {
  const added = addToRepository('bird-song', 'Bird Song', textByFile);
  expect(added.ok).toBe(true);
  if (!added.ok) return;
  const newLines = EDITED_FILES.flatMap((file) => {
    const before = new Set(textByFile[file]?.split('\n'));
    return (added.value[file] ?? '').split('\n').filter((line) => !before.has(line));
  });
  expect(newLines).toEqual([
    "  'bird-song',",
    "  'bird-song': 'Bird Song',",
    "import { birdSongSource } from './bird-song/bird-song-source.ts';",
    '  birdSongSource,',
    '| Bird Song | to be written | to be written | to be written |',
  ]);
  for (const file of EDITED_FILES) expect((added.value[file] ?? '').length).toBeGreaterThan(textByFile[file]?.length ?? 0);
});

test('a file that no longer looks as expected is named, and nothing is written', () => {
  expect(addToRepository('bird-song', 'Bird Song', { ...textByFile, 'docs/sources.md': '' })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('docs/sources.md') as string,
  });
});

test('the scaffold holds a source, its test and its fixtures', () => {
  expect(Object.keys(toSourceFiles('bird-song'))).toEqual([
    'src/sources/bird-song/bird-song-source.ts',
    'src/sources/bird-song/sniff-bird-song.ts',
    'src/sources/bird-song/records/record-schemas.ts',
    'src/sources/bird-song/create-bird-song-reader.ts',
    'src/sources/bird-song/bird-song.test.ts',
    'tests/fixtures/bird-song/records/lines.jsonl',
    'tests/fixtures/bird-song/sessions/first.jsonl',
  ]);
});
