import { describe, expect, it } from 'vitest';
import { readCommands } from '../../moments/facts/shell/read-commands.ts';
import { readFileWrites, type FileWrite } from './read-file-writes.ts';

const read = (line: string): FileWrite[] => readFileWrites(line, (one) => readCommands(one, 100_000), '/garden');
const touchAny = (program: string): FileWrite[] => [{ type: 'touch', paths: null, program }];

describe('what a shell line writes', () => {
  it('a here-document, also behind cd and through tee', () => {
    expect(read("cd src && cat > a.ts <<'EOF'\nlet a;\nlet b;\nEOF")).toEqual([
      { type: 'content', path: '/garden/src/a.ts', lines: ['let a;', 'let b;'], appends: false },
    ]);
    expect(read('cat <<EOF | tee -a notes.md\nowls\nEOF')).toEqual([{ type: 'content', path: '/garden/notes.md', lines: ['owls'], appends: true }]);
  });

  it('echo and printf', () => {
    expect(read(String.raw`echo "owls" >> notes.md; printf 'a\nb\n' > c.txt`)).toEqual([
      { type: 'content', path: '/garden/notes.md', lines: ['owls'], appends: true },
      { type: 'content', path: '/garden/c.txt', lines: ['a', 'b'], appends: false },
    ]);
  });

  it('in-place editors name their files, and hold words of what they write', () => {
    expect(read("sed -i '' -e 's/north lawn/pond/' a.ts b.ts")).toContainEqual({ type: 'touch', paths: ['/garden/a.ts', '/garden/b.ts'], program: 'sed' });
    expect(read("perl -pi -e 's/x/y/' a.ts")).toContainEqual({ type: 'touch', paths: ['/garden/a.ts'], program: 'perl' });
  });

  it('a script handed to an interpreter', () => {
    const writes = read(`python3 - <<'PY'\nfrom pathlib import Path\nPath("src/a.ts").write_text("let owls = 3;\\nlet nests = 4;")\nPY`);
    expect(writes[0]).toMatchObject({ type: 'script', paths: ['/garden/src/a.ts'] });
    expect(writes).toContainEqual({ type: 'touch', paths: null, program: 'script' });
  });

  it('patches, moves and formatters', () => {
    expect(read("git apply <<'EOF'\n--- a/a.ts\n+++ b/a.ts\n@@ -1 +1 @@\n-let a;\n+let b;\nEOF")).toEqual([
      { type: 'patch', path: '/garden/a.ts', lines: ['let b;'] },
    ]);
    expect(read('git mv a.ts lib/b.ts')[0]).toEqual({ type: 'move', from: '/garden/a.ts', to: '/garden/lib/b.ts' });
    expect(read('npx prettier --write .')).toEqual([{ type: 'touch', paths: null, program: 'prettier' }]);
  });

  it('generators, scripts of the project and downloads', () => {
    expect(read('npx prisma generate')).toEqual(touchAny('prisma generate'));
    expect(read('./scripts/make-lawn.sh north')).toEqual(touchAny('make-lawn.sh north'));
    expect(read('bash make-lawn.sh')).toEqual(touchAny('bash make-lawn.sh'));
    expect(read('curl -sSo pond.json https://garden.example/pond')).toEqual([{ type: 'touch', paths: ['/garden/pond.json'], program: 'curl' }]);
    expect(read('wget -O - https://garden.example/pond')).toEqual([]);
  });

  it('nothing where nothing is written', () => {
    for (const line of [
      'ls -la',
      'git status',
      'grep -rn owls src 2>/dev/null',
      'cat ./a.ts',
      '/bin/ls',
      'curl https://garden.example',
      'bash --version',
      'prettier --check .',
      "sed -n '1,9p' a.ts",
    ])
      expect(read(line)).toEqual([]);
  });
});
