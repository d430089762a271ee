import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROBE_TARGETS, type ProbeCode } from '../model/team/probe.ts';
import { hashProbe } from './hash-probe.ts';

const words = fc.string({ unit: 'binary', maxLength: 12 });
const probe: fc.Arbitrary<ProbeCode> = fc.record(
  { target: fc.constantFrom(...PROBE_TARGETS), path: words, code: words, patch: words, claim: words },
  { requiredKeys: ['target', 'path', 'code', 'claim'] },
);

test('the same probe has one hash however it travelled, another has another', () => {
  fc.assert(
    fc.property(probe, probe, (one, other) => {
      const travelled = JSON.parse(JSON.stringify(one)) as ProbeCode;
      expect(hashProbe(travelled)).toBe(hashProbe(one));
      const same = (['target', 'path', 'code', 'patch', 'claim'] as const).every((field) => one[field] === other[field]);
      expect(hashProbe(one) === hashProbe(other)).toBe(same);
    }),
  );
});

test('what stands in one field cannot be moved to the next', () => {
  const given: ProbeCode = { target: 'agent', path: 'a.test.js', code: 'x', claim: '' };
  const hashes = [given, { ...given, path: 'a.test.js","x', code: '' }, { ...given, claim: 'x', code: '' }, { ...given, patch: '' }].map(hashProbe);
  expect(new Set(hashes).size).toBe(hashes.length);
});
