import { expect, test } from 'vitest';
import { drawSample } from './draw-sample.ts';

const LIST = [...Array.from({ length: 50 }, (_, index) => `big ${index}`), 'small 1', 'small 2', 'middle 1', 'middle 2', 'middle 3'];
const projectOf = (one: string): string => one.split(' ')[0] as string;
const draw = (seed: string, count = 9): string[] => drawSample(LIST, { count, seed, projectOf });

test('the same seed draws the same, another seed something else', () => {
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

test('a large project does not crowd out the small ones', () => {
  const counts = Map.groupBy(draw('a'), projectOf);
  expect(counts.get('small')).toHaveLength(2);
  expect(counts.get('middle')).toHaveLength(3);
  expect(counts.get('big')).toHaveLength(4);
});

test('nothing is drawn twice, and no more than there is', () => {
  expect(new Set(draw('a', 500))).toEqual(new Set(LIST));
  expect(draw('a', 500)).toHaveLength(LIST.length);
});
