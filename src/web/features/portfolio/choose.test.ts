import { expect, it } from 'vitest';
import type { Portfolio } from '../../../model/portfolio.ts';
import { nameFile, toggle } from './choose.ts';

it('ticks and unticks', () => {
  expect(toggle(['E4'], 'E5')).toEqual(['E4', 'E5']);
  expect(toggle(['E4', 'E5'], 'E4')).toEqual(['E5']);
});

it.each([
  ['Ada L.', 'portfolio-ada-l-2026-11-05.html'],
  ['', 'portfolio-2026-11-05.html'],
  ['../../etc/passwd', 'portfolio-etc-passwd-2026-11-05.html'],
  ['Émile 三', 'portfolio-émile-三-2026-11-05.html'],
])('names the file of %j so that every system takes it', (name, file) => {
  expect(nameFile({ name, madeAt: '2026-11-05T10:00:00.000Z' } as Portfolio, 'html')).toBe(file);
});
