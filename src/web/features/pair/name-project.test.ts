import { expect, it } from 'vitest';
import { isLongerThanPlanned } from './name-project.ts';

it('says that a project went past its weeks, and not a day before', () => {
  const project = { startedAt: '2026-03-02T10:00:00.000Z', weeks: 2 };
  expect(isLongerThanPlanned(project, new Date('2026-03-16T10:00:00.000Z'))).toBe(false);
  expect(isLongerThanPlanned(project, new Date('2026-03-16T10:00:01.000Z'))).toBe(true);
});
