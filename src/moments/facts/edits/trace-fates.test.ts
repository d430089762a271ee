import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScript } from '../session-script.ts';

describe('the fate of an edit', () => {
  it('is kept when nothing later removes its lines', () => {
    const script = createScript();
    script.edit('a.ts', { added: ['const first = 1;'] });
    script.edit('a.ts', { added: ['const second = 2;'] });
    script.edit('b.ts', { removed: ['const first = 1;'] });
    expect(script.facts().edits.map(({ fate }) => fate.type)).toEqual(['kept', 'kept', 'kept']);
  });

  it('is rewritten by the later edit that removed most of its lines', () => {
    const script = createScript();
    script.prompt('go');
    script.edit('a.ts', { added: ['const a = readAll();', 'const b = a.filter(isOpen);', 'return b.length;'] });
    script.prompt('it fails on empty input');
    script.edit('a.ts', { removed: ['return b.length;'], added: ['return b.length ?? 0;'] });
    const by = script.edit('a.ts', { removed: ['const a = readAll();', 'const b = a.filter(isOpen);'], added: ['const b = readOpen();'] });
    expect(script.facts().edits[0]?.fate).toEqual({ type: 'rewritten', by: { seq: by, line: by + 1 }, lines: 2, sameTurn: false });
  });

  it('is reverted when its lines go and the old ones come back', () => {
    const script = createScript();
    script.edit('a.ts', { removed: ['await lock.take();'], added: ['await sleep(500);'] });
    const by = script.edit('a.ts', { removed: ['await sleep(500);'], added: ['await lock.take();'] });
    expect(script.facts().edits.map(({ fate }) => fate)).toEqual([{ type: 'reverted', by: { seq: by, line: by + 1 }, sameTurn: true }, { type: 'kept' }]);
  });

  it('is reverted when what it only added goes, or what it only removed comes back', () => {
    const script = createScript();
    script.edit('a.ts', { added: ['console.log(state);'] });
    script.edit('a.ts', { removed: ['console.log(state);'] });
    script.edit('a.ts', { removed: ['assert(ready);'] });
    script.edit('a.ts', { added: ['assert(ready);'] });
    expect(script.facts().edits.map(({ fate }) => fate.type)).toEqual(['reverted', 'kept', 'reverted', 'kept']);
  });

  it('does not follow lines that only moved or were indented anew', () => {
    const script = createScript();
    script.edit('a.ts', { added: ['doTheWork();'] });
    script.edit('a.ts', { removed: ['doTheWork();'], added: ['if (ready) {', '  doTheWork();', '}'] });
    const { edits } = script.facts();
    expect(edits[0]?.fate.type).toBe('kept');
    expect(edits[1]).toMatchObject({ addedCount: 2, removedCount: 0 });
  });

  it('is not judged by braces and other lines that say nothing', () => {
    const script = createScript();
    script.edit('a.ts', { added: ['}', 'else {', '});', 'const value = 1;'] });
    script.edit('a.ts', { removed: ['}', 'else {', '});'] });
    expect(script.facts().edits[0]?.fate.type).toBe('kept');
  });

  it('is reverted by a checkout, but not once it is committed', () => {
    const script = createScript();
    const ok = { result: { outcome: 'ok', exitCode: 0, text: '' } } as const;
    script.edit('/w/src/a.ts', { added: ['const committed = 1;'] });
    script.run('git commit -am x', ok);
    script.edit('/w/src/a.ts', { added: ['const dropped = 2;'] });
    script.edit('/w/src/b.ts', { added: ['const other = 3;'] });
    const by = script.run('git checkout -- src/a.ts', ok);
    expect(script.facts().edits.map(({ fate }) => fate)).toEqual([
      { type: 'kept' },
      { type: 'reverted', by: { seq: by, line: by + 1 }, sameTurn: true },
      { type: 'kept' },
    ]);
  });

  it('follows a file that moved', () => {
    const script = createScript();
    script.edit('a.ts', { added: ['const value = compute();'], change: 'create' });
    script.edit('b.ts', { removed: ['const value = compute();'], added: ['const value = computeOnce();'], movedFrom: 'a.ts' });
    expect(script.facts().edits[0]?.fate.type).toBe('rewritten');
  });

  it('loses no more lines to later edits than it added', () => {
    const line = fc.constantFrom('alpha()', 'beta()', 'gamma()', 'delta()');
    const edit = fc.record({ added: fc.array(line, { maxLength: 6 }), removed: fc.array(line, { maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (parts) => {
        const script = createScript();
        for (const part of parts) script.edit('a.ts', part);
        for (const { fate, addedCount, seq } of script.facts().edits) {
          if (fate.type === 'rewritten') expect(fate.lines).toBeLessThanOrEqual(addedCount);
          if (fate.type !== 'kept') expect(fate.by.seq).toBeGreaterThan(seq);
        }
      }),
    );
  });
});
