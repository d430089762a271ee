/** 100,000 damaged records among well-formed ones, of every agent that keeps a record a line: no crash, no hang, and nothing well-formed is lost. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { importTranscripts } from '../../../src/app/import/import-transcripts.ts';
import { openJournal } from '../../../src/journal/open-journal.ts';
import type { AgentName } from '../../../src/model/agent-names.ts';
import { createFactsBuilder } from '../../../src/moments/facts/create-facts-builder.ts';
import { readTranscript } from '../../../src/sources/read-transcript.ts';
import { take } from '../server/start-test-server.ts';
import { mutateRecord } from './mutate-record.ts';
import { createDraws } from '../create-draws.ts';

interface Agent {
  readonly agent: AgentName;
  /** A session as the agent begins it, so that its transcript is known for its own. */
  readonly begin: string;
  /** A reply with these words, in a record of its own. */
  readonly say: (id: string, words: string) => object;
}

const AT = '2026-03-02T09:00:00.000Z';
const AGENTS: readonly Agent[] = [
  {
    agent: 'claude-code',
    begin: 'calls.jsonl',
    say: (id, text) => ({
      parentUuid: null,
      uuid: id,
      sessionId: '11111111-2222-4333-8444-555555555555',
      timestamp: AT,
      isSidechain: false,
      type: 'assistant',
      message: { id: `msg_${id}`, role: 'assistant', model: 'm', content: [{ type: 'text', text }] },
    }),
  },
  { agent: 'codex', begin: 'tui-0.140.jsonl', say: (_, message) => ({ timestamp: AT, type: 'event_msg', payload: { type: 'agent_message', message } }) },
  {
    agent: 'copilot-cli',
    begin: 'calls.jsonl',
    say: (id, content) => ({ type: 'assistant.message', id, timestamp: AT, parentId: null, data: { messageId: id, content, toolRequests: [] } }),
  },
  { agent: 'gemini-cli', begin: 'growing.jsonl', say: (id, content) => ({ id, timestamp: AT, type: 'gemini', content, thoughts: [], model: 'm' }) },
  {
    agent: 'qwen-code',
    begin: 'recorded-0.15.jsonl',
    say: (id, text) => ({
      uuid: id,
      parentUuid: null,
      sessionId: 'q',
      timestamp: AT,
      type: 'assistant',
      cwd: '/home/you/shop',
      version: '0.15.0',
      model: 'm',
      message: { role: 'model', parts: [{ text }] },
    }),
  },
];

const fixtures = join(import.meta.dirname, '../../fixtures');
const linesIn = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(isWhole);

function isWhole(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Says of the conversation that it was taken back: what stands before it is rightly gone. */
const TAKES_BACK = /rewind|"\$set"|rolled_back|rollback/i;

function listRecords(agent: AgentName): string[] {
  const folders = ['sessions', 'records'].map((name) => join(fixtures, agent, name));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))).filter((path) => path.endsWith('.jsonl'));
  return files.flatMap(linesIn).filter((line) => !TAKES_BACK.test(line));
}

const toWords = (index: number): string => `Well-formed reply number ${index}.`;
const toUuid = (index: number): string => `dddddddd-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** A session of `count` damaged records with a well-formed one after every tenth. */
function damage({ agent, begin, say }: Agent, seed: number, count: number): { bytes: Buffer; said: string[] } {
  const random = createDraws(seed);
  const records = listRecords(agent);
  const lines = linesIn(join(fixtures, agent, 'sessions', begin)).slice(0, 3);
  const said: string[] = [];
  for (let index = 0; index < count; index += 1) {
    lines.push(mutateRecord(records[random(records.length)] ?? '{}', random));
    if (index % 10 !== 9) continue;
    said.push(toWords(index));
    lines.push(JSON.stringify(say(toUuid(index), toWords(index))));
  }
  return { bytes: Buffer.from(`${lines.join('\n')}\n`), said };
}

const BATCH = 2000;
const BATCHES = 10;

it.each(AGENTS.map((each) => [each.agent, each] as const))(`of %s, ${(BATCH * BATCHES).toLocaleString('en-GB')} of them`, (_, each) => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { bytes, said } = damage(each, seed, BATCH);
      const heard = new Set<string>();
      const builder = createFactsBuilder({ agent: each.agent, file: 'x' });
      const reading = readTranscript('x.jsonl', [bytes], (event) => {
        builder.add(event);
        if (event.kind === 'reply') heard.add(event.text);
      });
      expect(reading).toMatchObject({ state: 'read', agent: each.agent });
      if (reading.state === 'read') for (const { session } of reading.sessions) builder.finish(session);
      expect(said.filter((words) => !heard.has(words))).toEqual([]);
    }),
    { numRuns: BATCHES },
  );
});

it('of all agents through a real journal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rounds mutated '));
  const journal = take(openJournal({ home: join(folder, 'home'), durability: 'rebuildable' }));
  try {
    const batches = AGENTS.map((each) => ({ each, ...damage(each, 7, 400) }));
    for (const { each, bytes } of batches) writeFileSync(join(folder, `${each.agent}.jsonl`), bytes);
    const environment = { variables: {}, platform: 'linux' as const, userHome: '/nowhere', folder, version: '1', demoFolder: '/nowhere' };
    const paths = batches.map(({ each }) => join(folder, `${each.agent}.jsonl`));
    const imported = take(await importTranscripts({ journal, environment, clock: () => new Date(AT) }, { paths }));
    expect(imported.sessions).toBe(AGENTS.length);
    const kept = journal.sessions
      .list({ limit: 50 })
      .flatMap(({ derivation }) => journal.events.list(derivation, 0, 100_000).map((event) => (event.kind === 'reply' ? event.text : '')));
    for (const { said } of batches) expect(said.filter((words) => kept.filter((text) => text === words).length < AGENTS.length)).toEqual([]);
  } finally {
    journal.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
