import { describe, expect, it } from 'vitest';
import { misconceptionCatalogueSchema } from '../../model/misconception.ts';
import { findMisconception, MISCONCEPTIONS, parseCatalogue } from './catalogue.ts';

describe('the catalogue of misconceptions', () => {
  it('holds 44 entries, each complete', () => {
    expect(misconceptionCatalogueSchema.safeParse(MISCONCEPTIONS).error).toBeUndefined();
    const countByGroup = Object.fromEntries([...'CRTSDAPG'].map((group) => [group, MISCONCEPTIONS.filter(({ id }) => id.startsWith(group)).length]));
    expect(countByGroup).toEqual({ C: 6, R: 5, T: 6, S: 7, D: 6, A: 5, P: 4, G: 5 });
  });

  it('asks about each in a question, and gives each a refutation and a transfer case of its own', () => {
    const questions = MISCONCEPTIONS.map(({ indicators }) => indicators[0]?.questionToAsk);
    expect(new Set(questions).size).toBe(44);
    expect(new Set(MISCONCEPTIONS.map(({ refutation }) => refutation)).size).toBe(44);
    expect(new Set(MISCONCEPTIONS.map(({ transferCase }) => transferCase)).size).toBe(44);
  });

  it('refuses what a session shows as more than a reason to ask', () => {
    const [first] = structuredClone(MISCONCEPTIONS);
    const changed = { ...first, indicators: first?.indicators.map((one) => (one.source === 'moment' ? { ...one, ratio: 3 } : one)) };
    const parsed = parseCatalogue([changed]);
    expect(!parsed.ok && parsed.problem.why).toMatch(/0\.indicators\.4.*weighs 1/);
  });

  it('refuses two entries of one id, and finds what it holds', () => {
    expect(parseCatalogue([MISCONCEPTIONS[0], MISCONCEPTIONS[0]]).ok).toBe(false);
    expect(parseCatalogue(MISCONCEPTIONS).ok).toBe(true);
    expect(findMisconception('D2')?.belief).toMatch(/^Rolling back/);
    expect(findMisconception('Z1')).toBeNull();
  });
});
