import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../../model/portfolio.ts';
import { statementSchema } from './statement-schema.ts';
import { writeStatements } from './write-statements.ts';

const AT = '2026-10-01T08:00:00.000Z';
const portfolio: Portfolio = {
  format: 'rounds-portfolio',
  version: 1,
  madeAt: '2026-11-05T10:00:00.000Z',
  name: 'Ada',
  about: 'me@example.org',
  year: { rounds: [], startedAt: '2025-10-01T08:00:00.000Z', completedAt: AT, projects: [], checkIns: [] },
  activities: [
    { activity: 'E4', name: 'Judge', rounds: [{ id: 'r_1', rule: 'Wait for the event.', at: AT }], evidence: [], ratings: [] },
    { activity: 'E6', name: 'Debug', rounds: [{ id: 'r_1', rule: 'Wait for the event.', at: AT }], evidence: [], ratings: [] },
  ],
  signedLevels: [{ id: 'o_1', activity: 'E4', name: 'Judge', level: 4, signer: 'Dee', signedAt: AT, expiresAt: '2028-10-01T08:00:00.000Z' }],
  calibration: null,
  lessons: [{ id: 'r_1', rule: 'Wait for the event.', at: AT }],
  beliefs: null,
};
const account = { homePage: 'https://rounds.example.org', name: 'ada' };

const ids = (name: string): string[] => writeStatements(portfolio, { ...account, name }).map(({ id }) => id);

describe('xAPI statements', () => {
  const statements = writeStatements(portfolio, account);

  it('are of the specification, each once', () => {
    for (const statement of statements) expect(statementSchema.parse(JSON.parse(JSON.stringify(statement)))).toEqual(statement);
    expect(statements.map(({ verb, object }) => `${verb.display['en']} ${object.definition?.name?.['en']}`)).toEqual([
      'completed A round on a case of real work',
      'mastered Judge and accept or refuse: Checked after',
      'authored Wait for the event.',
      'completed Software preceptorship',
    ]);
    expect(statements[0]?.context?.contextActivities?.grouping).toHaveLength(2);
  });

  it('have the same ids when they are made again, and others for another account', () => {
    expect(ids('ada')).toEqual(statements.map(({ id }) => id));
    expect(new Set([...ids('ada'), ...ids('bo')]).size).toBe(8);
  });

  it('name the person by account alone', () => {
    expect(JSON.stringify(statements)).not.toMatch(/mbox|@|"Ada"/);
  });

  it('are none where nothing was ticked', () => {
    expect(writeStatements({ ...portfolio, year: null, activities: null, signedLevels: null, lessons: null }, account)).toEqual([]);
  });

  it('are refused by the schema with a word of no specification', () => {
    expect(statementSchema.safeParse({ ...statements[0], score: 3 }).success).toBe(false);
  });
});
