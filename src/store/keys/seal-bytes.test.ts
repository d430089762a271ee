import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADDED_BYTES, KEY_BYTES, openBytes, sealBytes } from './seal-bytes.ts';

const key = randomBytes(KEY_BYTES);
const body = fc.uint8Array({ maxLength: 300 });

describe('sealed bytes', () => {
  test('open to what was sealed, with the key and the name they were sealed with, and are longer by a fixed count', () => {
    fc.assert(
      fc.property(body, fc.string(), (plain, about) => {
        const sealed = sealBytes(key, about, plain);
        expect(sealed.length).toBe(plain.length + ADDED_BYTES);
        expect(openBytes(key, about, sealed)).toEqual(Buffer.from(plain));
      }),
    );
  });

  test('do not open as anything else: another name, another key, a byte changed or missing or added', () => {
    fc.assert(
      fc.property(body, fc.string(), fc.string(), fc.nat(), fc.integer({ min: 1, max: 255 }), (plain, about, other, at, flip) => {
        fc.pre(about !== other);
        const sealed = sealBytes(key, about, plain);
        const changed = Buffer.from(sealed);
        changed[at % sealed.length] = (sealed[at % sealed.length] ?? 0) ^ flip;
        expect(openBytes(key, other, sealed)).toBeNull();
        expect(openBytes(randomBytes(KEY_BYTES), about, sealed)).toBeNull();
        expect(openBytes(key, about, changed)).toBeNull();
        expect(openBytes(key, about, sealed.subarray(0, at % sealed.length))).toBeNull();
        expect(openBytes(key, about, Buffer.concat([sealed, Buffer.of(flip)]))).toBeNull();
      }),
    );
  });

  test('never look alike twice', () => {
    const same = Buffer.from('the same');
    expect(sealBytes(key, 'a', same).equals(sealBytes(key, 'a', same))).toBe(false);
  });
});
