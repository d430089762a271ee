import { describe, expect, it } from 'vitest';
import { toStaleKeys } from './follow-team-events.ts';

describe('what is asked for again after a change', () => {
  it('is the round and every list it stands in', () => {
    expect(toStaleKeys({ round: 'r_1', state: 'revealed' })).toEqual([
      ['team', 'round', 'r_1'],
      ['team', 'rounds'],
      ['team', 'case'],
      ['team', 'lesson', 'of', 'r_1'],
      // A round may be what a project closes with.
      ['team', 'projects'],
    ]);
  });

  it('is everything shared where the server cannot say what was missed', () => {
    expect(toStaleKeys({ all: true })).toEqual([['team']]);
  });

  it('is every round that may show a forgotten case', () => {
    expect(toStaleKeys({ case: 'c_1' })).toContainEqual(['team', 'round']);
  });

  it('is who I am here, too, where people changed', () => {
    expect(toStaleKeys({ people: true })).toEqual([['team', 'people'], ['team', 'pairs'], ['where']]);
  });

  it('is a year, every list of years, what a lead reckons from them, and the page of its pair', () => {
    expect(toStaleKeys({ programme: 'y_1' })).toEqual([
      ['team', 'programme', 'y_1'],
      ['team', 'programmes'],
      ['team', 'cohort'],
      ['team', 'weekly'],
      ['team', 'projects'],
      ['team', 'protected-time'],
      ['team', 'meetings'],
    ]);
    expect(toStaleKeys({ cohort: 'h_1' })).toContainEqual(['team', 'cohorts']);
    expect(toStaleKeys({ load: true })).toContainEqual(['team', 'load']);
  });

  it('is nothing for a change of a kind this page does not know', () => {
    expect(toStaleKeys({})).toEqual([]);
  });
});
