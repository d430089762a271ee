import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMisconception } from '../../src/learning/misconceptions/catalogue.ts';

const MOMENTS = join(import.meta.dirname, '../../src/moments');

/** `belief: 'C1'`, also as one end of a condition: what a proposition may name. */
function listBeliefs(): string[] {
  const files = readdirSync(MOMENTS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const lines = files.flatMap((file) => readFileSync(join(MOMENTS, file), 'utf8').split('\n')).filter((line) => /\bbelief\b/.test(line));
  return [...new Set(lines.flatMap((line) => [...line.matchAll(/'([A-Z]\d{1,2})'/g)].map(([, id = '']) => id)))].sort();
}

describe('beliefs that propositions name', () => {
  it('are in the catalogue of misconceptions', () => {
    const beliefs = listBeliefs();
    expect(beliefs.length).toBeGreaterThan(10);
    expect(beliefs.filter((id) => findMisconception(id) === null)).toEqual([]);
  });
});
