import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSqlite } from '../../sources/load-sqlite.ts';
import { parseSearchQuery, toMatchExpression } from './parse-search-query.ts';

const toExpression = (text: string): string | null => toMatchExpression(parseSearchQuery(text));

describe('what a person may type', () => {
  it.each([
    ['flaky timeout', '("flaky") AND ("timeout")'],
    ['"race condition"', '("race condition")'],
    ['"never closed', '("never closed")'],
    ['retry*', '("retry"*)'],
    ['a*', '("a")'],
    ['deadlock OR "race condition" test', '("deadlock" OR "race condition") AND ("test")'],
    ['test -skipped -"todo later"', '(("test")) NOT ("skipped" OR "todo later")'],
    ['src/app/open-app.ts', '("src app open app ts")'],
    ['getUserId', '("getuserid" OR "get user id")'],
    ['user_id', '("user id")'],
    ['Éloïse', '("eloise")'],
    ['OR test OR', '("test")'],
    ['NEAR(a b) AND x:y', '("near a") AND ("b") AND ("and") AND ("x y")'],
  ])('%s', (text, expression) => expect(toExpression(text)).toBe(expression));

  it('finds nothing to look for in signs, or in what is only taken away', () => {
    expect(toExpression('=> "" * -')).toBeNull();
    expect(toExpression('-test')).toBeNull();
  });

  it('is never a syntax error', () => {
    const db = new (loadSqlite().DatabaseSync)(':memory:');
    db.exec("CREATE VIRTUAL TABLE search USING fts5 (words, parts, content = '')");
    const select = db.prepare('SELECT count(*) AS n FROM search WHERE search MATCH ?');
    const pieces = fc.constantFrom('"', '*', '-', ' ', 'OR', 'AND', 'NOT', 'NEAR(', ')', '^', ':', 'a', 'fooBar', '\u0000', 'é', '漢', '\ud800', '{', '+');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary', maxLength: 60 }),
        ),
        (text) => {
          const expression = toExpression(text);
          if (expression !== null) expect(select.get(expression)).toEqual({ n: 0 });
        },
      ),
    );
    db.close();
  });
});
