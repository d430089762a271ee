import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../model/team/lesson.ts';
import type { Person } from '../../../model/team/pair.ts';
import { describeReach, guessFolder, nameAuthors, parseTags } from './describe-lesson.ts';

const people = [
  { id: 'a', name: 'Anna' },
  { id: 'b', name: 'Ben' },
] as Person[];

describe('nameAuthors', () => {
  it.each([
    [['a'], 'Anna'],
    [['b', 'a'], 'Ben and Anna'],
    [['a', 'b', 'x'], 'Anna, Ben and someone'],
  ])('%j is %s', (authors, names) => {
    expect(nameAuthors(authors, people)).toBe(names);
  });
});

describe('describeReach', () => {
  it.each([
    [{ publishedAt: '2026-03-01', pair: 'g', authors: ['a', 'b'] }, 'the whole team'],
    [{ publishedAt: null, pair: 'g', authors: ['a', 'b'] }, 'its pair'],
    [{ publishedAt: null, pair: null, authors: ['a', 'b'] }, 'its authors'],
    [{ publishedAt: null, pair: null, authors: ['a'] }, 'you alone'],
  ])('%j', (lesson, reach) => {
    expect(describeReach(lesson as unknown as Lesson)).toBe(reach);
  });
});

describe('guessFolder', () => {
  it.each([
    [['/home/you/shop', '/home/you/books/'], 'example.org/team/books', '/home/you/books/'],
    [['/home/you/shop', '/home/you/bank'], 'example.org/team/books', ''],
    [['C:\\code\\books', '/home/you/bank'], 'example.org/team/books', 'C:\\code\\books'],
    [['/home/you/shop'], 'commit:abc', '/home/you/shop'],
    [['/home/you/shop', '/home/you/bank'], undefined, ''],
    [[], 'example.org/team/books', ''],
  ])('of %j for %s: %s', (folders, repository, folder) => {
    expect(guessFolder(folders, repository)).toBe(folder);
  });
});

describe('parseTags', () => {
  it.each([
    ['Ledger, retry  ledger', ['ledger', 'retry']],
    [' , ', []],
    [Array.from({ length: 20 }, (_, n) => `t${n}`).join(' '), Array.from({ length: 12 }, (_, n) => `t${n}`)],
  ])('%s', (text, tags) => {
    expect(parseTags(text)).toEqual(tags);
  });
});
