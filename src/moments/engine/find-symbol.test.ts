import { expect, test } from 'vitest';
import type { EditFact } from '../facts/facts.ts';
import { findSymbol } from './find-symbol.ts';

const toEdit = (text: string): EditFact => ({ added: [{ line: 1, text }] }) as unknown as EditFact;

test.each([
  ['export function parseCart(text: string) {', '`parseCart`'],
  ['func (c *Cart) Total() int {', '`Total`'],
  ['    def total(self):', '`total`'],
  ['export const toTotal = (cart) => cart.total;', '`toTotal`'],
  ['  public static int countItems(Cart cart) {', '`countItems`'],
  ['  async refresh(cart) {', '`refresh`'],
  ['  it(\'adds "prices"\', () => {', "“adds 'prices'”"],
  ['    await new Promise((resolve) => setTimeout(resolve, 10));', ''],
  ['    return new Map(entries);', ''],
  ['  total += price;', ''],
])('%s defines %s', (line, symbol) => {
  expect(findSymbol([toEdit(line)])).toBe(symbol);
});
