import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventOf } from '../../../model/event.ts';
import type { Hunk } from '../../../model/hunk.ts';
import { CODE_LANGUAGES } from './code-language.ts';
import { createCodeReader } from './create-code-reader.ts';

const readCode = createCodeReader();

function editOf(path: string, lines: readonly string[], rest: Partial<EventOf<'edit'>> = {}): EventOf<'edit'> {
  const count = (sign: string): number => lines.filter((line) => line[0] === ' ' || line[0] === sign).length;
  const hunk: Hunk = { oldStart: 10, oldLines: count('-'), newStart: 10, newLines: count('+'), lines: [...lines] };
  return { kind: 'edit', id: 'e', seq: 1, line: 1, at: null, thread: 'main', callId: 'c', path, change: 'update', hunks: [hunk], ...rest };
}

/** An edit that replaces the whole file, with both versions at hand. */
function wholeEdit(path: string, before: string, after: string): EventOf<'edit'> {
  const lines = [...before.split('\n').map((line) => `-${line}`), ...after.split('\n').map((line) => `+${line}`)];
  return editOf(path, lines, { before, after, hunks: [{ oldStart: 1, oldLines: 0, newStart: 1, newLines: 0, lines }] });
}

const found = (edit: EventOf<'edit'>): string[] => readCode(edit, '').map(({ pattern, side, line }) => `${pattern} ${side} ${line}`);

describe('where a match stands', () => {
  test('in a fragment, counted from the line of its hunk', () => {
    expect(found(editOf('src/a.ts', [' }', '+await new Promise((r) => setTimeout(r, 500));', ' done();', ' }']))).toEqual(['sleep added 11']);
  });

  test('in the whole file, only in lines that changed', () => {
    const after = ['try { a(); } catch {}', 'b();', 'try { c(); } catch {}', ''].join('\n');
    expect(
      found(
        editOf('src/a.ts', [' b();', '+try { c(); } catch {}'], {
          after,
          hunks: [{ oldStart: 2, oldLines: 1, newStart: 2, newLines: 2, lines: [' b();', '+try { c(); } catch {}'] }],
        }),
      ),
    ).toEqual(['swallowing-catch added 3']);
  });

  test('nowhere, where the hunk does not say', () => {
    const edit = editOf('src/a.ts', ['+debugger;']);
    expect(found({ ...edit, hunks: edit.hunks.map((hunk) => ({ ...hunk, newStart: 0, oldStart: 0 })) })).toEqual(['debug-print added 0']);
  });
});

test('a handler emptied by taking its only statement away is a finding, though nothing was added', () => {
  expect(found(editOf('src/a.ts', [' try {', '   load();', ' } catch (error) {', '-  throw error;', ' }']))).toEqual(['swallowing-catch added 12']);
});

test('moved or re-indented code is no finding', () => {
  expect(found(editOf('a.test.ts', ['-expect(total).toBe(3);', ' run();', '+  expect(total).toBe(3);']))).toEqual([]);
  expect(found(wholeEdit('src/a.ts', 'try { a(); } catch {}\nb();', 'b();\ntry { a(); } catch {}'))).toEqual([]);
});

test('a removed assertion counts as much as an added one', () => {
  expect(found(editOf('a.test.ts', [' const total = sum();', '-expect(total).toBe(3);', '+expect(total).toBeDefined();']))).toEqual([
    'assertion added 11',
    'assertion removed 11',
  ]);
});

test('code in strings and comments is no code', () => {
  expect(found(editOf('src/a.ts', ['+const text = "} catch {} eval(x) // @ts-ignore";', '+// await sleep(500) waits too long']))).toEqual([]);
  expect(found(editOf('src/a.py', ['+text = "time.sleep(1)  # noqa"']))).toEqual([]);
});

test('the languages of optional grammars are read when they are installed', () => {
  expect(found(editOf('a.py', [' def f():', '     try:', '         g()', '+    except Exception:', '+        pass']))).toEqual(['swallowing-catch added 13']);
  expect(found(editOf('a.go', [' func f() {', '+\tvalue, _ := parse(text)', ' \tuse(value)', ' }']))).toEqual(['discarded-error added 11']);
  expect(found(editOf('A.java', [' try { run(); }', '+catch (Exception e) {', '+}']))).toEqual(['swallowing-catch added 11']);
});

describe('hostile input', () => {
  const deep = '('.repeat(100_000);
  test.each([
    ['deep nesting', `+f${deep} catch (e) {} it.skip('x')`],
    ['a line of a megabyte', `+${'catch {} '.repeat(120_000)}`],
    ['null bytes and lone surrogates', '+try { \0 } catch { \ud800 } // @ts-ignore'],
    ['nothing', '+'],
  ])('%s ends in an answer', (_, line) => {
    for (const path of ['a.ts', 'a.py', 'a.go', 'A.java']) expect(Array.isArray(readCode(editOf(path, [line]), ''))).toBe(true);
  });

  test('hunks that fit neither their file nor each other', () => {
    const edit = editOf('a.ts', ['+try { a(); } catch {}'], { after: 'something else', before: 'another' });
    expect(
      found({ ...edit, hunks: [{ oldStart: -5, oldLines: 9, newStart: 900, newLines: 0, lines: ['+try { a(); } catch {}', '', '\\ No newline'] }] }),
    ).toEqual(['swallowing-catch added 900']);
  });

  test('any mixture of code pieces in any language', () => {
    const piece = fc.constantFrom(
      'catch',
      '{',
      '}',
      '(',
      ')',
      'try',
      'except Exception:',
      'pass',
      'expect(x).toBe(1)',
      'assert True',
      'it.skip(',
      '"',
      "'",
      '`',
      '${',
      '/*',
      '*/',
      '#',
      '//',
      '"""',
      ' as any',
      'time.Sleep(',
      '_ =',
      '\u{1f600}',
      'if x == 3:',
      'return 4',
      ' ',
    );
    const line = fc.tuple(fc.constantFrom('+', '-', ' '), fc.array(piece, { maxLength: 8 })).map(([sign, pieces]) => sign + pieces.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom(...CODE_LANGUAGES), fc.boolean(), (lines, language, whole) => {
        const text = lines.map((each) => each.slice(1)).join('\n');
        for (const match of readCode(editOf('file', lines, whole ? { before: text, after: text } : {}), language))
          expect(match.endLine).toBeGreaterThanOrEqual(match.line);
      }),
      { numRuns: 400 },
    );
  });
});
