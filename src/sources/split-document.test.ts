import { array, assert, integer, jsonValue, nat, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitDocument } from './split-document.ts';

const split = (text: string, name?: string) => [...splitDocument(Buffer.from(text), name)].map(({ line, bytes }) => [line, bytes.toString()]);

describe('splitDocument', () => {
  test('what stands around the messages, then each of them', () => {
    expect(split('{"id": "s", "messages": [{"a": [1]},\n {"b": "],}"}], "end": 1}', 'messages')).toEqual([
      [0, '{"id": "s", "messages": [], "end": 1}'],
      [1, '{"a": [1]}'],
      [2, '{"b": "],}"}'],
    ]);
  });

  test('only the document’s own member counts', () => {
    expect(split('{"a": {"messages": [1]}, "messages": "none"}', 'messages')).toEqual([[0, '{"a": {"messages": [1]}, "messages": "none"}']]);
  });

  test('a list by itself, with a mark before it', () => {
    expect(split('\uFEFF [1, "two"]')).toEqual([
      [0, '\uFEFF []'],
      [1, '1'],
      [2, '"two"'],
    ]);
  });

  test('cut off in the middle: what is whole is there', () => {
    expect(split('{"messages": [{"a": 1}, {"b": "x', 'messages')).toEqual([
      [0, '{"messages": ['],
      [1, '{"a": 1}'],
      [2, '{"b": "x'],
    ]);
  });

  test('any document is what its pieces are, however it is written', () => {
    assert(
      property(array(jsonValue(), { minLength: 1, maxLength: 8 }), jsonValue(), integer({ min: 0, max: 4 }), (messages, other, indent) => {
        const [header, ...rest] = split(JSON.stringify({ other, messages }, null, indent), 'messages');
        expect(JSON.parse(String(header?.[1]))).toEqual(JSON.parse(JSON.stringify({ other, messages: [] })));
        expect(rest.map(([, text]) => JSON.parse(String(text)) as unknown)).toEqual(JSON.parse(JSON.stringify(messages)));
        for (const [, text] of rest) expect(text).not.toContain('\n');
      }),
    );
  });

  test('no bytes are too strange to be split', () => {
    assert(
      property(string({ unit: 'binary' }), nat(40), (text, at) => {
        const document = `{"messages": [{"a": "b"}, {"c": [1, 2]}]}`;
        expect(split(document.slice(0, at) + text + document.slice(at), 'messages').length).toBeGreaterThan(0);
      }),
    );
  });
});
