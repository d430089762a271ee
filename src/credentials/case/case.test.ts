import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworkSchema, type Framework } from '../../model/framework.ts';
import { describeProblem } from '../../model/problem.ts';
import { toStableUuid } from '../stable-id.ts';
import { casePackageSchema } from './case-schema.ts';
import { readCase } from './read-case.ts';
import { writeCase } from './write-case.ts';

const AT = '2026-11-01T00:00:00Z';
const id = (...parts: string[]): string => toStableUuid(...parts);
const word = fc.string({ minLength: 1, maxLength: 30 });
const frameworks: fc.Arbitrary<Framework> = fc
  .record({
    title: word,
    creator: word,
    version: fc.option(word),
    description: fc.option(fc.string()),
    activities: fc.array(
      fc.record({
        code: fc.option(word),
        name: word,
        levels: fc.array(fc.record({ level: fc.nat(1000), name: fc.string(), text: fc.string() }), { maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 13 },
    ),
  })
  .map(({ activities, ...rest }) => ({
    id: id('framework'),
    ...rest,
    changedAt: AT,
    activities: activities.map((activity, index) => ({
      id: id(`activity ${index}`),
      ...activity,
      levels: activity.levels.map((level, at) => ({ id: id(`level ${index} ${at}`), ...level })),
    })),
  }));

const why = (given: unknown): string => {
  const read = readCase(given);
  return read.ok ? 'it was taken' : describeProblem(read.problem);
};

describe('a framework as CASE', () => {
  it('comes back as it went, whatever is in it', () => {
    fc.assert(
      fc.property(frameworks, (framework) => {
        const sent: unknown = JSON.parse(JSON.stringify(writeCase(framework)));
        expect(casePackageSchema.safeParse(sent).success).toBe(true);
        expect(readCase(sent)).toMatchObject({ ok: true, value: { framework: frameworkSchema.parse(framework) } });
      }),
    );
  });

  it('keeps the order also where a file has another', () => {
    const [framework = expect.fail()] = fc.sample(frameworks, { numRuns: 1, seed: 3 });
    const sent = writeCase({ ...framework, activities: framework.activities });
    const read = readCase({ ...sent, CFItems: sent.CFItems?.toReversed() });
    expect(read.ok && read.value.framework.activities.map((one) => one.id)).toEqual(framework.activities.map((one) => one.id));
  });
});

describe("somebody else's file", () => {
  const item = (name: string, over: object = {}) => ({
    identifier: id(name),
    uri: `https://case.example/${name}`,
    fullStatement: name,
    lastChangeDateTime: AT,
    ...over,
  });
  const child = (from: string, to: string) => ({
    identifier: id(from, to),
    associationType: 'isChildOf',
    originNodeURI: { identifier: id(from), title: from, uri: 'x' },
    destinationNodeURI: { identifier: id(to), title: to, uri: 'x' },
    lastChangeDateTime: AT,
  });
  const foreign = {
    CFDocument: {
      identifier: id('document'),
      uri: 'x',
      creator: 'A state',
      title: 'Computing',
      lastChangeDateTime: '2019-04-15T13:31:51+00:00',
      officialSourceURL: 'https://x.example',
    },
    CFItems: [item('group'), item('one', { humanCodingScheme: 'CS.1', educationLevel: ['09'] }), item('two')],
    CFAssociations: [
      child('group', 'document'),
      child('one', 'group'),
      child('two', 'group'),
      { ...child('one', 'two'), identifier: id('p'), associationType: 'precedes' },
    ],
    CFRubrics: [
      {
        identifier: id('r'),
        CFRubricCriteria: [
          {
            identifier: id('c'),
            CFItemURI: { identifier: id('one') },
            CFRubricCriterionLevels: [
              { identifier: id('l2'), quality: 'Good', position: 2 },
              { identifier: id('l1'), quality: 'Begun', position: 1 },
            ],
          },
        ],
      },
    ],
  };

  it('is taken with its items and levels, and what was left out is said', () => {
    expect(readCase(foreign)).toMatchObject({
      ok: true,
      value: {
        framework: {
          title: 'Computing',
          activities: [
            {
              code: 'CS.1',
              name: 'one',
              levels: [
                { level: 1, name: 'Begun' },
                { level: 2, name: 'Good' },
              ],
            },
            { code: null, name: 'two', levels: [] },
          ],
        },
        notes: [
          '1 of its items only group others and were left out.',
          '1 of its associations are no isChildOf and were left out.',
          '1 of its items have no levels in a rubric.',
        ],
      },
    });
  });

  it.each([
    ['nothing', null, 'The file: '],
    ['an item list alone', [], 'The file: '],
    ['no document', { CFItems: [] }, 'CFDocument: '],
    ['no time', { ...foreign, CFDocument: { ...foreign.CFDocument, lastChangeDateTime: 'yesterday' } }, 'CFDocument.lastChangeDateTime: It is no time'],
    ['an item without a statement', { ...foreign, CFItems: [item('one', { fullStatement: '' })] }, 'CFItems.0.fullStatement: '],
    ['an id that is none', { ...foreign, CFItems: [item('one', { identifier: '1' })] }, 'CFItems.0.identifier: It is no UUID.'],
    ['an item twice', { ...foreign, CFItems: [...foreign.CFItems, item('one')] }, 'CFItems.3.identifier: There is an item'],
    ['a child of nothing', { ...foreign, CFAssociations: [child('one', 'nowhere')] }, `CFAssociations.0: There is no item ${id('nowhere')}.`],
    ['a rubric of nothing', { ...foreign, CFItems: [item('group'), item('two')], CFAssociations: [] }, 'CFRubrics.0.CFRubricCriteria.0: There is no item'],
    ['no items', { CFDocument: foreign.CFDocument }, 'CFItems: There is no item'],
  ])('with %s is refused with its place', (_what, given, words) => {
    expect(why(given)).toContain(words);
  });
});
