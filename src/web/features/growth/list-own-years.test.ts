import { expect, it } from 'vitest';
import type { Growth } from '../../../model/api/growth.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import type { Project } from '../../../model/team/project.ts';
import { listOwnYears, listWork } from './list-own-years.ts';

const year = (id: string, over: object): TeamProgramme =>
  ({ id, parts: ['preceptee'], state: 'running', startsAt: '2026-01-01T00:00:00.000Z', ...over }) as unknown as TeamProgramme;

const names = (years: readonly TeamProgramme[]): string[] => listOwnYears(years).map(({ id }) => id);
const round = (id: string, at: string) => ({ id, at, forTwo: true, question: '', rule: '' });

it('shows years of mine that go on, else the last that is over, and none that I only lead', () => {
  const led = year('led', { parts: ['lead'] });
  const [taught, own] = [year('taught', { parts: ['preceptor'] }), year('own', { state: 'paused' })];
  const [first, last] = [year('first', { state: 'completed' }), year('last', { state: 'ended', startsAt: '2027-01-01T00:00:00.000Z' })];
  expect(names([led, taught, first, own, last])).toEqual(['own', 'taught']);
  expect(names([led, first, last, year('planned', { state: 'planned' })])).toEqual(['last']);
  expect(names([led])).toEqual([]);
});

it('places each round once and projects from their beginning to their end', () => {
  const span = { from: '2026-01-01T00:00:00.000Z', to: '2026-12-27T00:00:00.000Z' };
  const [middle, before] = [round('r_1', '2026-06-30T00:00:00.000Z'), round('r_2', '2025-06-30T00:00:00.000Z')];
  const activities = [{ rounds: [middle, before] }, { rounds: [middle] }] as unknown as Growth['activities'];
  const project = (over: object): Project => ({ state: 'closed', startedAt: span.from, endedAt: span.to, ...over }) as unknown as Project;
  const work = listWork({ activities }, [project({}), project({ state: 'open', endedAt: null }), project({ state: 'dropped' })], span, middle.at);
  expect(work.rounds).toEqual([50]);
  expect(work.projects).toEqual([
    { from: 0, to: 100, isOpen: false },
    { from: 0, to: 50, isOpen: true },
  ]);
});
