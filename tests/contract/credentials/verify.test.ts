/** `rounds credential verify`: what a stranger with a file can know, and that the exit code says it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { frameActivityBadge } from '../../../src/credentials/badge/frame-badge.ts';
import { createIssuerKey } from '../../../src/credentials/badge/sign-credential.ts';
import { frameStatusList, toStatusEntry } from '../../../src/credentials/badge/status-list.ts';
import { runRounds } from '../cli/run-rounds.ts';

const LIST = 'https://rounds.example.org/api/credentials/reversed';
const home = mkdtempSync(join(tmpdir(), 'rounds-verify-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const issuer = await createIssuerKey(new Uint8Array(32).fill(9));
// The command looks at today's clock, so the dates are around it.
const from = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const signed = await issuer.sign(
  frameActivityBadge({
    id: 'urn:uuid:0b5ef2a4-6c9a-4a4e-8d30-0dbb0e0e5d11',
    issuer: { id: issuer.id, name: 'Acme', url: 'https://rounds.example.org' },
    status: toStatusEntry(LIST, 12),
    levelText: 'Refuses plausible wrong work.',
    signedOff: {
      person: 'Ada\u001b[31m',
      activity: 'E4',
      level: 4,
      signer: 'Dee',
      signedAt: from(-30).toISOString(),
      expiresAt: from(300).toISOString(),
      evidence: [],
    },
  }),
  from(-30),
);
const listOf = (reversed: number[]) => issuer.sign(frameStatusList({ url: LIST, issuer: issuer.id, reversed, now: from(-1) }), from(-1));
const write = (name: string, value: unknown): string => {
  writeFileSync(join(home, name), typeof value === 'string' ? value : JSON.stringify(value));
  return name;
};
const verify = (...args: string[]) => runRounds(['credential', 'verify', ...args], { home });

describe('rounds credential verify', () => {
  const file = write('ada.json', signed);

  it('says what holds and what was not checked, and shows no escape of a terminal', async () => {
    const { status, stdout, stderr } = verify(file);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Judge and accept or refuse: Checked after of Ada');
    expect(stdout).toMatch(/not checked {2}reversal {3}Whether it was reversed since: the list is at/);
    expect(stdout).not.toContain('\u001b');
    const sure = verify(file, '--status', write('list.json', await listOf([13])), '--issuer', issuer.id, '--json');
    const { holds, checks } = JSON.parse(sure.stdout) as { holds: boolean; checks: { asked: string; verdict: string }[] };
    expect([sure.status, holds]).toEqual([0, true]);
    expect(checks.filter(({ verdict }) => verdict === 'not checked').map(({ asked }) => asked)).toEqual(['holder', 'evidence']);
  });

  it('ends with 1 for one that was altered, reversed, or issued by another', async () => {
    expect(verify(write('altered.json', { ...signed, name: 'Judge: Trusted and teaches' })).status).toBe(1);
    expect(verify(file, '--status', write('reversed.json', await listOf([12]))).status).toBe(1);
    expect(verify(file, '--issuer', 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH').status).toBe(1);
  });

  it('ends with 3 for what is no file, no text or no JSON', () => {
    for (const name of ['nowhere.json', write('no.json', '{'), write('binary.json', 'x')]) expect(verify(name)).toMatchObject({ status: 3, stdout: '' });
    expect(verify().status).toBe(2);
  });
});
