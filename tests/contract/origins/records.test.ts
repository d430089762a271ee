/** Joins that somebody else recorded: git-ai's notes, agent-trace, Entire's trailer. */
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainLine } from '../../../src/app/origins/explain-line.ts';
import { toSessionId } from '../../../src/model/session.ts';
import { parseAgentTraces } from '../../../src/sources/git/read-agent-traces.ts';
import { parseAuthorshipLog, toAiNoteName } from '../../../src/sources/git/read-ai-notes.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.close());

describe('recorded joins', () => {
  it("a git-ai note's ranges come before anything found", async () => {
    const ada = shop.startAgent('ada', 'Name the gardens.');
    ada.say('Done elsewhere.');
    shop.write('gardens.ts', 'export const one = "north lawn";\nexport const two = "south orchard";\nexport const three = "pond";\n');
    shop.commit('Name the gardens');
    const nativeId = await idOf(shop);
    const name = toAiNoteName('claude', nativeId);
    const note = `gardens.ts\n  ${name}::t_9f8e7d6c5b4a32 1-2\n  h_31dce776f88375 3\n---\n{"schema_version":"authorship/3.0.0","prompts":{},"sessions":{"${name}":{"agent_id":{"tool":"claude","id":"${nativeId}"}}}}`;
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'notes', '--ref=refs/notes/ai', 'add', '-m', note, 'HEAD'], {
      cwd: shop.root,
    });
    expect(await shop.listWriters('gardens.ts')).toEqual(['ada', 'ada', 'human']);
    const explained = await explainLine(await shop.app(), { file: `${shop.root}/gardens.ts`, line: 3 });
    expect(explained).toMatchObject({ ok: true, value: { by: 'person', confidence: 0.97 } });
  });

  it("Entire's trailer names the sessions its checkpoint holds", async () => {
    const ada = shop.startAgent('ada', 'Name the gardens.');
    ada.write('gardens.ts', 'export const one = "north lawn";\n');
    const nativeId = await idOf(shop);
    shop.commit('Name the gardens\n\nEntire-Checkpoint: 0a1b2c3d4e5f');
    storeCheckpoint(shop, nativeId);
    const explained = await explainLine(await shop.app(), { file: `${shop.root}/gardens.ts`, line: 1 });
    expect(explained.ok && explained.value.evidence).toContainEqual({ sign: 'recorded' });
  });

  it('what a sub-agent of such a session wrote is recorded with it', async () => {
    shop.startAgent('ada', 'Name the gardens.').say('Somebody else shall.');
    shop.startAgent('bee', 'Name the ponds.', { parent: 'ada' }).write('ponds.ts', 'export const one = "mill pond";\n');
    const nativeId = await idOf(shop);
    shop.commit('Name the ponds\n\nEntire-Checkpoint: 0a1b2c3d4e5f');
    storeCheckpoint(shop, nativeId);
    const explained = await explainLine(await shop.app(), { file: `${shop.root}/ponds.ts`, line: 1 });
    expect(explained.ok && explained.value.evidence).toContainEqual({ sign: 'recorded' });
    expect(explained).toMatchObject({ value: { session: { id: toSessionId('claude-code', `${nativeId}/bee`) } } });
  });
});

describe('records of other tools', () => {
  it('reads an authorship log, quoted paths and prompts of earlier versions included', () => {
    const log =
      '"my file.ts"\n  0123456789abcdef 4\nsrc/main.rs\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-10,15\n---\n{"prompts":{"0123456789abcdef":{"agent_id":{"tool":"cursor","id":"native"}}}}';
    expect(parseAuthorshipLog(log)).toEqual([
      { path: 'my file.ts', by: 'agent', sessionNames: ['0123456789abcdef', 'native'], from: 4, to: 4 },
      { path: 'src/main.rs', by: 'agent', sessionNames: ['s_c9883b05a2487d'], from: 1, to: 10 },
      { path: 'src/main.rs', by: 'agent', sessionNames: ['s_c9883b05a2487d'], from: 15, to: 15 },
    ]);
    expect(parseAuthorshipLog('a.ts\n  h_1 1\n---\nnot json')).toHaveLength(1);
  });

  it('reads traces by revision, a damaged line left out', () => {
    const trace = {
      vcs: { revision: 'abc' },
      files: [
        {
          path: 'a.ts',
          conversations: [{ url: 'https://agent.example/chat/native-1', contributor: { type: 'ai' }, ranges: [{ start_line: 1, end_line: 3 }] }],
        },
      ],
    };
    expect(parseAgentTraces(`${JSON.stringify(trace)}\n{"vcs"`)).toEqual(
      new Map([['abc', [{ path: 'a.ts', from: 1, to: 3, by: 'agent', sessionNames: ['native-1'] }]]]),
    );
  });
});

/** Entire's branch, with one checkpoint that names a session. */
function storeCheckpoint({ root }: Workshop, nativeId: string): void {
  const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
    cwd: root,
    input: JSON.stringify({ session_id: nativeId }),
    encoding: 'utf8',
  }).trim();
  const variables = { ...process.env, GIT_INDEX_FILE: `${root}/.git/checkpoint-index` };
  execFileSync('git', ['update-index', '--add', '--cacheinfo', `100644,${blob},0a/1b2c3d4e5f/0/metadata.json`], { cwd: root, env: variables });
  const tree = execFileSync('git', ['write-tree'], { cwd: root, env: variables, encoding: 'utf8' }).trim();
  const commit = execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit-tree', tree, '-m', 'checkpoint'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  execFileSync('git', ['update-ref', 'refs/heads/entire/checkpoints/v1', commit], { cwd: root });
}

/** The one session's own id; its sub-agents have it before theirs. */
async function idOf({ app }: Workshop): Promise<string> {
  return (await app()).journal.origins.listSessions()[0]?.nativeId.split('/')[0] ?? '';
}
