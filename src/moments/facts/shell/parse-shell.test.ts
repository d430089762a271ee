import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShell } from './parse-shell.ts';

const words = (line: string): string[][] => parseShell(line).map((command) => command.words);

describe('parseShell', () => {
  it.each([
    ['npm test', [['npm', 'test']]],
    [`echo 'a b' "c d" e\\ f`, [['echo', 'a b', 'c d', 'e f']]],
    ['a && b || c; d | e & f', [['a'], ['b'], ['c'], ['d'], ['e'], ['f']]],
    ['echo "say \\"hi\\" $(date "+%Y" | tr a b)" x', [['echo', 'say "hi" $(date "+%Y" | tr a b)', 'x']]],
    ['( cd web && npm test ) && { ls; }', [['cd', 'web'], ['npm', 'test'], ['ls']]],
    [
      'for f in a b; do rm $f; done',
      [
        ['for', 'f', 'in', 'a', 'b'],
        ['rm', '$f'],
      ],
    ],
    [
      'if ! grep -q x y; then exit 1; fi',
      [
        ['grep', '-q', 'x', 'y'],
        ['exit', '1'],
      ],
    ],
    ['a \\\n  b # the rest\nc', [['a', 'b'], ['c']]],
    [`printf $'x\\ny'`, [['printf', 'x\ny']]],
    ['diff <(sort a) <(sort b)', [['diff', '<(sort a)', '<(sort b)']]],
    ['echo `git log | head` done', [['echo', '`git log | head`', 'done']]],
  ])('splits %s', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });

  it('keeps operators, environment and redirections apart from words', () => {
    expect(parseShell('CI=1 npm test >out.log 2>&1 || true')).toMatchObject([
      { env: ['CI=1'], words: ['npm', 'test'], redirects: ['>out.log', '2>&1'], joinedBy: '' },
      { words: ['true'], joinedBy: '||' },
    ]);
  });

  it('takes a here-document out of the words and goes on after it', () => {
    expect(parseShell(`cat > a.py <<'EOF'\nrm -rf / && echo "\nEOF\npython a.py`)).toMatchObject([
      { words: ['cat'], redirects: ['>a.py', '<<EOF'], heredocs: ['rm -rf / && echo "\n'] },
      { words: ['python', 'a.py'], joinedBy: ';' },
    ]);
  });

  it('keeps a here-document inside a substitution as one word', () => {
    const message = `$(cat <<'EOF'\nIt's done (mostly)\nEOF\n)`;
    expect(words(`git commit -m "${message}" && git push`)).toEqual([
      ['git', 'commit', '-m', message],
      ['git', 'push'],
    ]);
  });

  it('does not take a number inside a word for a redirection', () => {
    expect(parseShell('echo v2 >a')).toMatchObject([{ words: ['echo', 'v2'], redirects: ['>a'] }]);
  });

  it('gives an answer for every input', () => {
    const shellish = fc.array(fc.constantFrom("'", '"', '\\', '$(', ')', '`', '<<EOF', '\n', 'EOF', ' ', '|', '&&', 'a', '{', '}', '2>', '$', '#'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          shellish.map((parts) => parts.join('')),
        ),
        (line) => {
          for (const command of parseShell(line)) expect(command.words.length + command.env.length + command.redirects.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('finds quoted words again, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (given) => {
        const line = given.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
        expect(words(line)).toEqual([given]);
      }),
    );
  });

  it.each(['"', "'", '$(', '`', '((((', '<<A ', '\\', '{', '${'])('ends on a megabyte of %s', (piece) => {
    expect(parseShell(piece.repeat(1_000_000 / piece.length)).length).toBeGreaterThanOrEqual(0);
  });
});
