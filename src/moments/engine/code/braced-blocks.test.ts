import { describe, expect, test } from 'vitest';
import type { EventOf } from '../../../model/event.ts';
import { listStatements } from './braced-blocks.ts';
import { createCodeReader } from './create-code-reader.ts';

const readCode = createCodeReader();

function found(path: string, text: string): string[] {
  const lines = text.split('\n').map((line) => `+${line}`);
  const hunks = [{ oldStart: 0, oldLines: 0, newStart: 1, newLines: lines.length, lines }];
  const edit: EventOf<'edit'> = { kind: 'edit', id: 'e', seq: 1, line: 1, at: null, thread: 'main', callId: 'c', path, change: 'create', hunks, after: text };
  return readCode(edit, '').map(({ pattern, line, endLine }) => `${pattern} ${line}-${endLine}`);
}

describe('statements', () => {
  test.each([
    ['', []],
    [' a(); b(1; 2); ', ['a()', 'b(1; 2)']],
    [' if (x) { y(); } z();', ['if (x) { y(); }', 'z()']],
    [' log("not; cut"); ', ['log("not; cut")']],
  ])('of %j', (body, statements) => {
    expect(listStatements({ body: body.replace('not; cut', '        '), rawBody: body })).toEqual(statements);
  });

  test('leave comments out', () => {
    expect(listStatements({ body: ' a();           ', rawBody: ' a(); // then b ' })).toEqual(['a()']);
  });
});

describe('blocks', () => {
  test('end where their own brace closes, not one in a text or a comment', () => {
    const text = 'void a() {\n  try {\n    b("}");\n  } catch (Exception e) {\n    // a closing } is no end\n  }\n}';
    expect(found('src/A.java', text)).toEqual(['swallowing-catch 4-6']);
  });

  test('that never end are none', () => {
    expect(found('src/A.java', 'void a() {\n  try { b(); } catch (Exception e) {')).toEqual([]);
    expect(found('src/A.java', '} catch (Exception e) }\n{')).toEqual([]);
  });
});
