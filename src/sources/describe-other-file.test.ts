import { expect, test } from 'vitest';
import { readTranscript } from './read-transcript.ts';

const read = (content: string | Buffer, name = 'file') => readTranscript(name, [Buffer.from(content)], () => {});

test.each([
  ['cursor', '{"role":"user","message":{"content":[{"type":"text","text":"hi"}]}}\n{"role":"assistant","message":{"content":[]}}\n'],
  ['cline', '[{"ts":1,"type":"say","say":"text","text":"hi"}]'],
  ['cline', '[{"role":"user","content":[{"type":"text","text":"hi"}]}]'],
  ['vscode-chat', '{"version":3,"requesterUsername":"ada","responderUsername":"bot","requests":[]}'],
  ['vscode-chat', '{"kind":0,"v":{"version":3,"requests":[]}}\n{"kind":1,"k":["inputState"],"v":1}\n'],
  ['copilot-cli', '{"type":"session.start","data":{"sessionId":"s"},"id":"1","timestamp":"t","parentId":null}\n'],
])('%s is known by content: %j', (agent, content) => {
  expect(read(content)).toMatchObject({ state: 'read', agent });
});

test.each([
  ['It is a list of prompts, not a session.', '{"display":"hi","pastedContents":{},"timestamp":1,"project":"/p","sessionId":"s"}\n'],
  ['It is a list of prompts, not a session.', '{"session_id":"s","ts":1,"text":"hi"}\n'],
  ['It is a piece of an OpenCode session, which is read by the file of the session.', '{"id":"msg_1","sessionID":"ses_1","role":"user"}'],
  ['It tells of a checkpoint of Entire; the session is in the file beside it.', '{"checkpoint_id":"abc","strategy":"manual-commit","branch":"main"}'],
  ['It is no transcript of an agent Rounds knows.', '{"type":"user","text":"of another program"}'],
  ['It is no transcript of an agent Rounds knows.', 'claude-code codex {"type":"user"}'],
  ['It is no transcript of an agent Rounds knows.', '[1,2,3]'],
  ['It is an SQLite database of no agent Rounds knows.', 'SQLite format 3\0CREATE TABLE birds (id)'],
])('%s', (why, content) => {
  expect(read(content, 'session.jsonl')).toEqual({ state: 'not-a-transcript', why });
});
