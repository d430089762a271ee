import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromLocalField, toLocalField } from './local-time.ts';

it('goes through a field of a browser and comes back, to the minute', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-02-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (date) => {
      const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
      const field = toLocalField(minute);
      expect(field).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
      expect(toLocalField(fromLocalField(field))).toBe(field);
    }),
  );
  expect(fromLocalField('')).toBeNull();
  expect(fromLocalField('soon')).toBeNull();
  expect(toLocalField(null)).toBe('');
});
