import { assert, constantFrom, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { findLocalDay, findZone, isZone } from './zones.ts';

const zoneOf = (name: string) => findZone(name) ?? expect.fail(name);
const instant = (zone: string, ...wall: [number, number, number, number, number]): string =>
  new Date(zoneOf(zone).toInstant(Date.UTC(wall[0], wall[1] - 1, wall[2], wall[3], wall[4]))).toISOString();

it('knows what a wall means on both sides of a change of clocks', () => {
  expect(instant('Europe/Berlin', 2026, 3, 28, 10, 0)).toBe('2026-03-28T09:00:00.000Z');
  expect(instant('Europe/Berlin', 2026, 3, 30, 10, 0)).toBe('2026-03-30T08:00:00.000Z');
  expect(instant('America/New_York', 2026, 11, 2, 9, 30)).toBe('2026-11-02T14:30:00.000Z');
  expect(instant('Asia/Kathmandu', 2026, 1, 1, 0, 0)).toBe('2025-12-31T18:15:00.000Z');
  expect(instant('Australia/Lord_Howe', 2026, 7, 1, 12, 0)).toBe('2026-07-01T01:30:00.000Z');
});

it('takes a time that no clock showed by the offset before, and of two the first', () => {
  expect(instant('Europe/Berlin', 2026, 3, 29, 2, 30)).toBe('2026-03-29T01:30:00.000Z');
  expect(instant('Europe/Berlin', 2026, 10, 25, 2, 30)).toBe('2026-10-25T00:30:00.000Z');
});

it('knows no places that are none', () => {
  for (const name of ['', 'Nowhere/Land', '+02:00', 'Europe/Berlin; DROP', '../etc', 'W. Europe Standard Time'])
    expect([name, isZone(name)]).toEqual([name, false]);
  expect(isZone('UTC')).toBe(true);
});

it('comes back from every instant to the same wall', () => {
  const zones = constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Tokyo', 'Africa/Casablanca', 'Pacific/Apia', 'Australia/Lord_Howe');
  assert(
    property(zones, integer({ min: Date.UTC(1980, 0), max: Date.UTC(2037, 0) }), (name, at) => {
      const zone = zoneOf(name);
      const whole = Math.floor(at / 1000) * 1000;
      expect(zone.toWall(zone.toInstant(zone.toWall(whole)))).toBe(zone.toWall(whole));
    }),
  );
});

it('says which day it is there', () => {
  expect(findLocalDay(zoneOf('Pacific/Auckland'), Date.parse('2026-03-01T12:00:00Z'))).toEqual({ weekday: 1, hour: 1, monday: '2026-03-02' });
  expect(findLocalDay(zoneOf('America/Los_Angeles'), Date.parse('2026-03-02T06:00:00Z'))).toEqual({ weekday: 7, hour: 22, monday: '2026-02-23' });
});
