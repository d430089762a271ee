/** A source is done when all of it is there: this fails for one that is half done, and says what is missing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AGENT_LABELS, AGENT_NAMES, type AgentName } from '../../../src/model/agent-names.ts';
import { toDefaultPlaces } from '../../../src/sources/default-places.ts';
import { findTranscripts } from '../../../src/sources/find-transcripts.ts';
import { readTranscript } from '../../../src/sources/read-transcript.ts';
import { SOURCES } from '../../../src/sources/registry.ts';
import type { ReadSummary } from '../../../src/sources/source.ts';

const ROOT = join(import.meta.dirname, '../../..');
const agents = [...new Set(SOURCES.map(({ agent }) => agent))];

test('every agent that has a name is read', () => {
  expect(agents.toSorted()).toEqual([...AGENT_NAMES].toSorted());
});

test('each agent has one name on screen', () => {
  const labels = AGENT_NAMES.map((agent) => AGENT_LABELS[agent]);
  expect(labels.filter((label) => label.trim() === '')).toEqual([]);
  expect(new Set(labels).size).toBe(AGENT_NAMES.length);
});

describe.each(agents)('%s', (agent) => {
  const folder = join(ROOT, 'src/sources', agent);

  test('has a folder with schemas and a test', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files).toContain('records');
    expect(files.filter((file) => file.endsWith('.test.ts'))).not.toEqual([]);
  });

  test('has a default place, or is looked for in the repository', () => {
    const place = toDefaultPlaces({ platform: 'linux', env: {}, home: '/home/ada', repository: '/birds' }).find((each) => each.agent === agent);
    expect(place && (place.paths.length > 0 || place.isPerRepository)).toBe(true);
  });

  test('has a line in docs/sources.md', () => {
    const lines = readFileSync(join(ROOT, 'docs/sources.md'), 'utf8').split('\n');
    const line = lines.find((each) => each.split('|')[1]?.trim() === AGENT_LABELS[agent]);
    expect(line).toBeDefined();
    expect(line).not.toContain('to be written');
  });

  test('has fixtures of sessions, and every kind of record is in one', async () => {
    const sessions = readFixtures(agent, 'sessions');
    const records = readFixtures(agent, 'records');
    expect(sessions).not.toEqual([]);
    const known = new Set([...sessions, ...records].flatMap(({ knownRecords }) => Object.keys(knownRecords)));
    const missing = (await listKinds(folder)).filter(
      (kind) => ![...known].some((name) => name === kind || name.endsWith(`/${kind}`) || name.endsWith(` ${kind}`)),
    );
    expect(missing).toEqual([]);
    expect(Object.assign({}, ...records.map(({ unknownRecords }) => unknownRecords))).toEqual({});
    expect(records.flatMap(({ malformed }) => malformed.first)).toEqual([]);
  });
});

function readFixtures(agent: AgentName, kind: string): ReadSummary[] {
  const folder = join(ROOT, 'tests/fixtures', agent, kind);
  if (!existsSync(folder)) return [];
  return findTranscripts([folder]).files.flatMap(({ path }) => {
    const reading = readTranscript(path, [readFileSync(path)], () => {});
    if (reading.state !== 'read' || reading.agent !== agent) throw new Error(`${basename(path)} is not read as ${agent}: ${JSON.stringify(reading)}`);
    return [...reading.sessions];
  });
}

/** The names of what the source's maps of schemas hold. */
async function listKinds(folder: string): Promise<string[]> {
  const files = findTranscripts([join(folder, 'records')]).files.map(({ path }) => path);
  const modules = await Promise.all(files.map((file) => import(file) as Promise<Record<string, unknown>>));
  return modules.flatMap((module) => Object.values(module).flatMap((value) => (value instanceof Map ? [...value.keys()].map(String) : [])));
}
