import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationSchema } from '../../model/calibration.ts';
import { misconceptionIdSchema } from '../../model/misconception.ts';
import { portfolioChoiceSchema, portfolioSchema, type PortfolioMaterial } from '../../model/portfolio.ts';
import { compilePortfolio } from './compile-portfolio.ts';
import { writePortfolio } from './write-portfolio.ts';

const NOW = '2026-11-05T10:00:00.000Z';
const AT = '2026-10-01T08:00:00.000Z';
const share = { value: 0.25, low: 0.1, high: 0.5 };
const calibration = calibrationSchema.parse({
  n: 8,
  baseRate: 0.25,
  brier: { score: 0.1875, reliability: 0.05, resolution: 0.05, uncertainty: 0.1875 },
  bins: [
    { from: 0, to: 10, n: 0, stated: null, came: null },
    { from: 20, to: 30, n: 8, stated: 0.2, came: share },
  ],
  calibrationError: null,
  verdicts: { unsound: { hits: 3, misses: 1, unsure: 0 }, sound: { falseAlarms: 2, accepted: 2, unsure: 0 } },
  unresolved: 4,
  knewOutcome: 1,
  opinion: 2,
});
const C1 = misconceptionIdSchema.parse('C1');
const materialOf = (words: (place: string) => string): PortfolioMaterial => ({
  year: {
    rounds: [{ month: '2026-10', rounds: 2 }],
    startedAt: AT,
    completedAt: null,
    projects: [{ title: words('title'), goal: words('goal'), closedAt: null }],
    checkIns: [{ kind: words('kind'), at: AT }],
  },
  activities: [
    {
      activity: 'E4',
      name: words('activity'),
      rounds: [{ id: 'r_1', rule: words('practised'), at: AT }],
      evidence: [{ id: 'v_1', kind: 'tag', note: words('linked'), at: AT }],
      ratings: [{ level: 3, view: 'prospective', by: 'others', times: 2 }],
    },
    { activity: 'E5', name: words('other activity'), rounds: [], evidence: [], ratings: [] },
  ],
  signedLevels: [
    { id: 's_1', activity: 'E4', name: 'Judge and accept or refuse', level: 4, signer: words('signer'), signedAt: AT, expiresAt: '2026-11-01T00:00:00.000Z' },
  ],
  calibration,
  lessons: [{ id: 'r_1', rule: words('rule'), at: AT }],
  beliefs: [{ id: C1, belief: words('belief'), state: 'resolved' }],
  away: null,
});
const PLACES = ['title', 'goal', 'kind', 'activity', 'practised', 'signer', 'rule', 'belief', 'linked'];
const ALL = portfolioChoiceSchema.parse({
  name: 'Ada',
  about: 'Words about me.',
  year: true,
  calibration: true,
  activities: ['E4', 'E5'],
  signedLevels: ['s_1'],
  lessons: ['r_1'],
  beliefs: ['C1'],
});
const plain = materialOf((place) => `«${place}»`);

describe('what is in a portfolio', () => {
  it('is nothing until something is ticked', () => {
    const portfolio = compilePortfolio(plain, portfolioChoiceSchema.parse({}), NOW);
    expect(portfolio).toMatchObject({ name: '', about: '', year: null, activities: null, signedLevels: null, calibration: null, lessons: null, beliefs: null });
    for (const text of [JSON.stringify(portfolio), writePortfolio(portfolio)]) for (const place of PLACES) expect(text).not.toContain(`«${place}»`);
  });

  it('is each ticked part and no other, whatever is ticked', () => {
    const parts = ['year', 'calibration', 'activities', 'signedLevels', 'lessons', 'beliefs'] as const;
    fc.assert(
      fc.property(fc.subarray([...parts]), (ticked) => {
        const choice = portfolioChoiceSchema.parse(Object.fromEntries(ticked.map((part) => [part, ALL[part]])));
        const portfolio = compilePortfolio(plain, choice, NOW);
        for (const part of parts) expect([part, portfolio[part] !== null]).toEqual([part, ticked.includes(part)]);
      }),
    );
  });

  it('fits its schema, says how many figures are made of, and that a sign-off expired', () => {
    const portfolio = compilePortfolio(plain, ALL, NOW);
    expect(portfolioSchema.parse(JSON.parse(JSON.stringify(portfolio)))).toEqual(portfolio);
    const page = writePortfolio(portfolio);
    for (const place of PLACES) expect(page).toContain(`«${place}»`);
    expect(page).toContain('8 settled statements');
    expect(page).toContain('2026-11-01 (expired)');
  });
});

/** Tags and attributes of a page, in order: what a browser would act on. */
const toShape = (page: string): string[] => page.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[^>]*>/g) ?? [];
// The one attribute that carries a text.
const withoutLabels = (shape: readonly string[]): string[] => shape.map((tag) => tag.replace(/aria-label="[^"]*"/, ''));

describe('the page', () => {
  const quiet = toShape(
    writePortfolio(
      compilePortfolio(
        materialOf(() => 'x'),
        { ...ALL, about: 'x', name: 'x' },
        NOW,
      ),
    ),
  );
  const HOSTILE = [
    '<script>alert(1)</script>',
    '</style><img src=x onerror=alert(1)>',
    '" onload="alert(1)',
    '&lt;b&gt;',
    '<!--',
    ']]>',
    '\u202egnp.exe',
    "' or '`",
  ];

  it.each(HOSTILE)('has no tag and no attribute more for %s', (words) => {
    const page = writePortfolio(
      compilePortfolio(
        materialOf(() => words),
        { ...ALL, about: words, name: words },
        NOW,
      ),
    );
    expect(withoutLabels(toShape(page))).toEqual(withoutLabels(quiet));
    expect(page).not.toMatch(/[\u202a-\u202e]/);
  });

  it('has no tag and no attribute more for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (words) => {
        const page = writePortfolio(
          compilePortfolio(
            materialOf(() => words),
            { ...ALL, about: `.${words}`, name: `.${words}` },
            NOW,
          ),
        );
        expect(withoutLabels(toShape(page))).toEqual(withoutLabels(quiet));
      }),
      { numRuns: 30 },
    );
  });

  it('needs nothing from anywhere, and tells the browser so', () => {
    const page = writePortfolio(compilePortfolio(plain, ALL, NOW));
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import|https?:/i);
  });
});
