import { expect, test } from 'vitest';
import { countInjected, type InjectedDiff } from './injected.ts';

const ROW: InjectedDiff = { label: 'F', lang: 'go', path: 'a.go', moment_kind: 'suppression', new_lines: [10, 10], diff: '' };
const count = (start: number, end: number, kind = 'suppression') =>
  countInjected([{ row: ROW, findings: [{ rule: 'r', kind, path: 'a.go', places: [{ start, end }] }] }])[0];

test('a finding on just the lines of the defect is exact', () => {
  expect(count(10, 10)).toMatchObject({ of: 1, found: 1, onLines: 1, exact: 1, elsewhere: 0 });
  expect(count(9, 12)).toMatchObject({ found: 1, onLines: 1, exact: 0, elsewhere: 0 });
});

test('neither a blanket nor a finding beside it is on its lines', () => {
  expect(count(1, 100)).toMatchObject({ found: 1, onLines: 0, elsewhere: 1 });
  expect(count(11, 11)).toMatchObject({ found: 1, onLines: 0, elsewhere: 1 });
});

test('a finding of another kind is not the defect', () => {
  expect(count(10, 10, 'scope')).toMatchObject({ found: 0, onLines: 0, elsewhere: 0 });
});
