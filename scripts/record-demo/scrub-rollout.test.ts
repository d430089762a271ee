import { expect, test } from 'vitest';
import { scrubRollout } from './scrub-rollout.ts';

const paths = { home: '/somewhere/run/home', tmp: '/somewhere/run/tmp' };
const toRollout = (...records: object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

test('paths of the recording machine become paths of anybody’s', () => {
  const scrubbed = scrubRollout(toRollout({ type: 'turn_context', payload: { cwd: '/somewhere/run/home/app', note: 'file:///somewhere/run/tmp/x' } }), paths);
  expect(JSON.parse(scrubbed).payload).toEqual({ cwd: '/home/you/app', note: 'file:///tmp/x' });
});

test('instructions of the agent and encrypted content are left out', () => {
  const scrubbed = scrubRollout(
    toRollout(
      { type: 'session_meta', payload: { base_instructions: { text: 'You are an agent of some vendor.' } } },
      { type: 'response_item', payload: { role: 'developer', content: [{ text: 'Rules of some vendor.' }] } },
      { type: 'response_item', payload: { type: 'reasoning', encrypted_content: 'c2VjcmV0' } },
    ),
    paths,
  );
  expect(scrubbed).not.toMatch(/vendor|c2VjcmV0/);
  expect(scrubbed.trimEnd().split('\n')).toHaveLength(2);
});
