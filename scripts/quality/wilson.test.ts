import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson.ts';

test('agrees with published values of the Wilson interval', () => {
  const [low, high] = wilsonInterval(8, 10);
  expect(low).toBeCloseTo(0.4902, 3);
  expect(high).toBeCloseTo(0.9433, 3);
});

test('no observation says nothing', () => {
  expect(wilsonInterval(0, 0)).toEqual([0, 1]);
});

test('stays within 0 and 1 at the ends', () => {
  expect(wilsonInterval(0, 5)[0]).toBe(0);
  expect(wilsonInterval(5, 5)[1]).toBe(1);
});
