import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followAnchor } from './follow-anchor.ts';
import { hashLines } from './hash-lines.ts';
import { makeAnchor, type NewAnchor } from './make-anchor.ts';

const LEDGER = `export class Ledger {
  private rows: Row[] = [];

  append(row: Row) {
    this.rows.push(row);
    this.total += row.amount;
  }

  clear() {
    this.rows = [];
  }
}
`;

function anchor(text: string, startLine: number, endLine: number, path = 'src/ledger.ts'): NewAnchor {
  const made = makeAnchor({ repository: 'example.org/books', commit: 'a'.repeat(40), path, startLine, endLine }, text);
  if (!made.ok) throw new Error(made.problem.what);
  return made.value;
}

describe('followAnchor', () => {
  it('holds where only white space at line ends or the line ends themselves changed', () => {
    const made = anchor(LEDGER, 5, 6);
    expect(made.symbol).toBe('Ledger.append');
    expect(followAnchor(made, LEDGER.replaceAll('\n', '  \r\n'))).toEqual({ state: 'holds', startLine: 5, endLine: 6 });
  });

  it('is stale where its function is there and its code is not, and names the lines of the function now', () => {
    const changed = `// a licence\n${LEDGER.replace('this.total += row.amount', 'this.total += row.net')}`;
    expect(followAnchor(anchor(LEDGER, 5, 6), changed)).toEqual({ state: 'stale', startLine: 5, endLine: 8 });
  });

  it('is gone where neither its function nor its code is there, and where the file is not', () => {
    const made = anchor(LEDGER, 5, 6);
    expect(followAnchor(made, 'export const rows = [];\n')).toEqual({ state: 'gone' });
    expect(followAnchor(made, null)).toEqual({ state: 'gone' });
  });

  it('does not take a copy in another function for it while its own is there', () => {
    const two = 'function one() {\n  return null;\n}\n\nfunction two() {\n  return null;\n}\n';
    const made = anchor(two, 2, 2);
    expect(followAnchor(made, two.replace('return null', 'return 1'))).toMatchObject({ state: 'stale', startLine: 1, endLine: 3 });
    expect(followAnchor(made, two.replace('one', 'renamed'))).toMatchObject({ state: 'holds', startLine: 2 });
  });

  const line = fc.stringMatching(/^[a-z ={}()]{0,12}$/);
  const lines = fc.array(line, { minLength: 1, maxLength: 25 });

  it('follows its lines wherever others are put before and after them', () => {
    fc.assert(
      fc.property(lines, lines, lines, fc.constantFrom('a.ts', 'a.py', 'a.txt'), (before, held, after, path) => {
        // Without a symbol: what random lines define may change with the lines around them.
        const made = { ...anchor([...held, 'unique held line'].join('\n'), 1, held.length + 1, path), symbol: null };
        const moved = [...before, ...held, 'unique held line', ...after];
        expect(followAnchor(made, moved.join('\n'))).toEqual({ state: 'holds', startLine: before.length + 1, endLine: before.length + held.length + 1 });
      }),
    );
  });

  it('never holds at lines that are not its own', () => {
    fc.assert(
      fc.property(lines, lines, fc.nat(), (had, now, at) => {
        const startLine = (at % had.length) + 1;
        const path = 'a.ts';
        const made = makeAnchor({ repository: 'r', commit: 'a'.repeat(40), path, startLine, endLine: had.length }, had.join('\n'));
        fc.pre(made.ok);
        const followed = followAnchor(made.value, now.join('\n'));
        if (followed.state === 'holds') expect(hashLines(now.slice(followed.startLine - 1, followed.endLine))).toBe(made.value.contentHash);
        else if (made.value.symbol === null)
          expect(now.some((_, from) => hashLines(now.slice(from, from + had.length - startLine + 1)) === made.value.contentHash)).toBe(false);
      }),
    );
  });

  it('always holds in the version it was made in', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (had, a, b) => {
        const [startLine, endLine] = [a % had.length, b % had.length].toSorted((x, y) => x - y).map((n) => n + 1) as [number, number];
        const made = makeAnchor({ repository: 'r', commit: 'a'.repeat(40), path: 'a.ts', startLine, endLine }, had.join('\n'));
        fc.pre(made.ok);
        expect(followAnchor(made.value, had.join('\n'))).toEqual({ state: 'holds', startLine, endLine });
      }),
    );
  });
});

describe('makeAnchor', () => {
  it.each([
    [0, 1, 'has lines 1 to 12'],
    [12, 13, 'has lines 1 to 12'],
    [5, 4, 'has lines 1 to 12'],
    [3, 3, 'are empty'],
  ])('refuses lines %i to %i', (startLine, endLine, what) => {
    const made = makeAnchor({ repository: 'r', commit: 'a'.repeat(40), path: 'a.ts', startLine, endLine }, LEDGER);
    expect(made).toMatchObject({ ok: false, problem: { what: expect.stringContaining(what) as string } });
  });
});
