import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../src');
const FOLDERS = [
  'learning',
  'programme',
  'credentials',
  'app/portfolio',
  'cli/portfolio',
  'model',
  'app/growth',
  'server/routes/growth',
  'web/features/growth',
  'cli/growth',
];
/** What a person would be boiled down to. A moment's own score, and how it was made, is no person's. */
const BOILED_DOWN =
  /^(?:overall|global|total|combined|composite|aggregate|mean|average)(?:score|level|skill|rating|grade|competence|growth|rank)s?$|^(?:skill|person|people|growth|competence|productivity|talent)(?:score|rank|ranking|index|points)s?$|^(?:leaderboard|league|streak|percentilerank)s?$/i;

/** Names that are declared: what is exported, and fields of schemas, types and objects. */
function listNames(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'/gm, '');
  return [...code.matchAll(/\b(?:const|function|interface|type|class)\s+(\w+)|\b(\w+)\??\s*:/g)].map(([, declared, field]) => declared ?? field ?? '');
}

function listFiles(): string[] {
  const folders = FOLDERS.map((folder) => join(SOURCES, folder)).filter((folder) => existsSync(folder));
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map((file) => join(folder, file)),
  );
}

describe('nothing boils a person down to one number', () => {
  it('in no name of growth, programme or vocabulary', () => {
    const files = listFiles();
    expect(files.length).toBeGreaterThan(60);
    expect(
      files.flatMap((file) =>
        listNames(readFileSync(file, 'utf8'))
          .filter((name) => BOILED_DOWN.test(name))
          .map((name) => `${file}: ${name}`),
      ),
    ).toEqual([]);
  });

  it.each(['export const overallLevel = 3;', 'z.object({ skillScore: z.number() })', 'export interface Leaderboard {}', 'meanRating?: number;'])(
    'and would notice: %s',
    (planted) => {
      expect(listNames(planted).some((name) => BOILED_DOWN.test(name))).toBe(true);
    },
  );
});
