import { array, assert, integer, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { createBatchParser } from './read-objects.ts';

test('objects come out as they went in, however the bytes are cut', () => {
  assert(
    property(array(uint8Array({ maxLength: 40 }), { maxLength: 6 }), array(integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }), (objects, sizes) => {
      const printed = Buffer.concat(
        objects.flatMap((bytes, index) => [Buffer.from(`a${index} blob ${bytes.length}\n`), bytes, Buffer.from('\n'), Buffer.from(`b${index} missing\n`)]),
      );
      const read: [string, number[] | null][] = [];
      const parser = createBatchParser((id, bytes) => read.push([id, bytes && [...bytes]]));
      for (let at = 0, turn = 0; at < printed.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        parser.write(printed.subarray(at, at + size));
        at += size;
      }
      expect(read).toEqual(
        objects.flatMap((bytes, index) => [
          [`a${index}`, [...bytes]],
          [`b${index}`, null],
        ]),
      );
    }),
  );
});
