import { describe, expect, it } from 'vitest';
import { misconceptionCatalogueSchema, type Misconception } from '../../model/misconception.ts';
import { findMisconception, MISCONCEPTIONS } from './catalogue.ts';
import { parseOwnCatalogue } from './parse-own-catalogue.ts';
import { applyOwnCatalogue } from './apply-own-catalogue.ts';

const ratioOf = ({ indicators }: Misconception, source: string): number => indicators.find((one) => one.source === source)?.ratio ?? Number.NaN;

describe('the catalogue of misconceptions', () => {
  it('holds 44 entries, each complete', () => {
    expect(misconceptionCatalogueSchema.safeParse(MISCONCEPTIONS).error).toBeUndefined();
    const countByGroup = Object.fromEntries([...'CRTSDAPG'].map((group) => [group, MISCONCEPTIONS.filter(({ id }) => id.startsWith(group)).length]));
    expect(countByGroup).toEqual({ C: 6, R: 5, T: 6, S: 7, D: 6, A: 5, P: 4, G: 5 });
    expect(findMisconception('D2')?.belief).toMatch(/^Rolling back/);
    expect(findMisconception('Z1')).toBeNull();
  });

  it('asks something of its own about every sign of every belief, and has signs, refutation and transfer case of its own', () => {
    const asked = MISCONCEPTIONS.flatMap(({ indicators }) => indicators.filter(({ source }) => source !== 'moment').map(({ questionToAsk }) => questionToAsk));
    expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
    const signs = MISCONCEPTIONS.flatMap(({ indicators }) => indicators.map(({ sign }) => sign));
    expect(signs.filter((sign, index) => signs.indexOf(sign) !== index)).toEqual([]);
    expect(new Set(MISCONCEPTIONS.map(({ refutation }) => refutation)).size).toBe(44);
    expect(new Set(MISCONCEPTIONS.map(({ transferCase }) => transferCase)).size).toBe(44);
  });

  it('weighs within bounds, own words most, and not every belief alike', () => {
    for (const entry of MISCONCEPTIONS) {
      const [distractor = 0, prediction = 0, question = 0, recall = 0] = ['distractor', 'prediction', 'question', 'recall'].map((source) =>
        ratioOf(entry, source),
      );
      expect(
        [distractor, prediction, question, recall].every((ratio) => ratio > 1 && ratio <= 5),
        entry.id,
      ).toBe(true);
      expect(question, entry.id).toBeGreaterThanOrEqual(Math.max(distractor, prediction, recall));
      expect(prediction, entry.id).toBeLessThanOrEqual(2);
      expect(entry.counterIndicators.map(({ source }) => source).sort()).toEqual(['distractor', 'prediction', 'question', 'recall']);
      for (const { ratio } of entry.counterIndicators) expect(ratio >= 0.2 && ratio <= 0.8, entry.id).toBe(true);
    }
    for (const source of ['distractor', 'prediction', 'question', 'recall'])
      expect(new Set(MISCONCEPTIONS.map((entry) => ratioOf(entry, source))).size, source).toBeGreaterThan(4);
    // What most people expect anyway says less than what hardly anybody else would.
    for (const common of ['T1', 'G1', 'R5']) expect(ratioOf(findMisconception(common) ?? expect.fail(), 'distractor')).toBeLessThan(2);
    for (const telling of ['C1', 'S1', 'S2', 'D3']) expect(ratioOf(findMisconception(telling) ?? expect.fail(), 'distractor')).toBeGreaterThan(3);
  });
});

const OWN = `version: 3
name: Acme, 2027
entries:
  - id: C1
    severity: serious
    indicators:
      - source: distractor
        ratio: 2
    counterIndicators:
      - { source: question, ratio: 0.5 }
`;
const whyOf = (text: string): string => {
  const parsed = parseOwnCatalogue(text, MISCONCEPTIONS);
  return parsed.ok ? expect.fail('was taken') : (parsed.problem.why ?? '');
};

describe('an own catalogue', () => {
  it('changes what it names, in YAML or in JSON, and leaves the rest', () => {
    const parsed = parseOwnCatalogue(OWN, MISCONCEPTIONS);
    const own = parsed.ok ? parsed.value : expect.fail(parsed.problem.why);
    expect(parseOwnCatalogue(JSON.stringify(own), MISCONCEPTIONS)).toEqual(parsed);
    const { entries, misfits } = applyOwnCatalogue(MISCONCEPTIONS, own);
    expect(misfits).toEqual([]);
    const changed = entries.find(({ id }) => id === 'C1') ?? expect.fail();
    const before = findMisconception('C1') ?? expect.fail();
    expect(changed).toMatchObject({ edition: 3, severity: 'serious', belief: before.belief });
    expect(ratioOf(changed, 'distractor')).toBe(2);
    expect(ratioOf(changed, 'question')).toBe(ratioOf(before, 'question'));
    expect(changed.indicators[0]?.sign).toBe(before.indicators[0]?.sign);
    expect(entries.filter(({ id }) => id !== 'C1')).toEqual(MISCONCEPTIONS.filter(({ id }) => id !== 'C1'));
  });

  it('names every place that does not fit, by line and column', () => {
    expect(whyOf(OWN.replace('ratio: 2\n', 'ratio: 20\n'))).toBe('Line 8, column 16: ratio: Too big: expected number to be <=10.');
    expect(whyOf(OWN.replace('severity: serious', 'severty: serious'))).toMatch(/^Line 4, column 5: .*severty/);
    expect(whyOf(OWN.replace('ratio: 0.5', 'ratio: 1.5'))).toBe('Line 10, column 36: ratio: Too big: expected number to be <=1.');
    expect(whyOf(OWN.replace('name: Acme, 2027\n', ''))).toMatch(/^Line 1, column 1: name:/);
    expect(whyOf(`${OWN}  - id: C1\n`)).toMatch(/^Line 11, column 9: id: C1 stands here twice/);
    expect(whyOf('entries: [\n  - :')).toMatch(/^Line \d+, column \d+: /);
  });

  it('refuses to weigh what a session shows, or to add half an entry', () => {
    expect(whyOf(OWN.replace('source: distractor', 'source: moment'))).toMatch(/^Line 7, column 9: indicators: What a session shows weighs 1/);
    expect(whyOf(OWN.replace('id: C1', 'id: C9'))).toMatch(/belief: .*refutation: /);
  });
});
