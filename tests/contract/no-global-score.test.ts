import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { activityIdSchema } from '../../src/model/activity.ts';
import { levelSchema } from '../../src/model/entrustment.ts';

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
  'app/team',
  'server/team/routes',
  'web/features/sign-off',
  'web/features/rating',
  'web/features/shown',
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

/** What says how far somebody is. It may only be said of one activity. */
const HOW_FAR = /^(?:level|rating|grade|readiness|entrustment|skill|competence|mastery|proficiency)$/i;

/** Not about a person; and one rating, which lies in the evidence of a request that names its activity. */
const NOT_OVER_ACTIVITIES: ReadonlySet<string> = new Set(['framework.ts frameworkSchema.activities.levels.level', 'sign-off.ts signOffEvidenceSchema.level']);

interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly propertyNames?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

const isNumeric = ({ type, enum: values, const: value, anyOf }: Shape): boolean =>
  [type].flat().some((one) => one === 'number' || one === 'integer') ||
  typeof value === 'number' ||
  (values ?? []).some((one) => typeof one === 'number') ||
  (anyOf ?? []).some(isNumeric);

/** Every field that boils somebody down: by its name, or a number that says how far they are while no activity is named around it. */
function findScores(shape: Shape, path: string, isOfActivity = false): string[] {
  const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [], allOf = [] } = shape;
  const within = isOfActivity || 'activity' in properties;
  const inFields = Object.entries(properties).flatMap(([name, field]) => [
    ...(BOILED_DOWN.test(name) || (HOW_FAR.test(name) && !within && isNumeric(field)) ? [`${path}.${name}`] : []),
    ...findScores(field, `${path}.${name}`, within),
  ]);
  const others = [items, typeof additionalProperties === 'object' ? additionalProperties : undefined, ...anyOf, ...oneOf, ...allOf];
  return [...inFields, ...others.flatMap((other) => (other ? findScores(other, path, within) : []))];
}

const toShape = (schema: z.ZodType, io: 'input' | 'output'): Shape => z.toJSONSchema(schema, { unrepresentable: 'any', io, reused: 'inline' }) as Shape;

/** All schemas of the vocabulary, those of the API and of what is exported among them. */
async function listSchemas(): Promise<[name: string, schema: z.ZodType][]> {
  const folder = join(SOURCES, 'model');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.includes('.test.'));
  const found: [string, z.ZodType][] = [];
  for (const file of files) {
    const exported = (await import(join(folder, file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) if (value instanceof z.ZodType) found.push([`${file} ${name}`, value]);
  }
  return found;
}

describe('no answer and no export boils a person down', () => {
  it('in any field of any schema', async () => {
    const schemas = await listSchemas();
    expect(schemas.filter(([name]) => name.startsWith('api/')).length).toBeGreaterThan(80);
    const found = schemas.flatMap(([name, schema]) => (['input', 'output'] as const).flatMap((io) => findScores(toShape(schema, io), name)));
    expect(found.filter((path) => !NOT_OVER_ACTIVITIES.has(path))).toEqual([]);
  });

  it.each([
    ['a level of a person', z.object({ person: z.string(), level: levelSchema })],
    ['a level over activities', z.object({ activities: z.array(activityIdSchema), level: z.number() })],
    ['a mean over activities', z.object({ activities: z.array(z.object({ activity: activityIdSchema })), meanLevel: z.number() })],
    ['a score, deep down', z.object({ people: z.array(z.object({ growth: z.object({ overallScore: z.number().nullable() }) })) })],
    ['a level behind a choice', z.union([z.object({ readiness: z.number().optional() }), z.null()])],
  ])('and would notice %s', (_, planted) => {
    expect(findScores(toShape(planted, 'output'), 'planted')).not.toEqual([]);
  });

  it('and lets the level of one activity stand', () => {
    expect(findScores(toShape(z.object({ activity: activityIdSchema, evidence: z.array(z.object({ level: levelSchema })) }), 'output'), 'one')).toEqual([]);
  });
});
