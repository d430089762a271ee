import { expect, it } from 'vitest';
import { toWiderQuery } from './to-wider-query.ts';

it.each([
  ['flaky retries', 'flaky retr*'],
  ['test', 'test*'],
  ['migration', 'migration*'],
  ['"race condition"', null],
  ['retr*', null],
  ['a OR', null],
  ['', null],
])('%j, wider, is %j', (query, wider) => expect(toWiderQuery(query)).toBe(wider));
