import { expect, it } from 'vitest';
import { describeAgreement } from './describe-agreement.ts';

it('counts below twenty ratings, and says a coefficient from there', () => {
  const few = { n: 8, same: 5, oneApart: 2, kappa: null, alpha: null };
  expect(describeAgreement(few)).toBe('8 ratings: 5 the same, 2 one level apart, 1 further. Weighted kappa is said from 20 on.');
  expect(describeAgreement({ ...few, n: 20, kappa: 0.4 })).toMatch(/Weighted kappa 0\.40\.$/);
  expect(describeAgreement({ ...few, n: 20 })).toMatch(/not defined/);
  expect(describeAgreement({ ...few, n: 0 })).toBe('Nothing rated by both yet.');
});
