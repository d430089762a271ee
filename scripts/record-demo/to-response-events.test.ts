import { expect, test } from 'vitest';
import type { Step } from './scenario.ts';
import { toResponseEvents } from './to-response-events.ts';

const eventsOf = (step: Step) => [...toResponseEvents({ step, key: 'k' }, 'scripted-model', 'request')];
const itemsOf = (step: Step) => eventsOf(step).flatMap(({ type, item }) => (type === 'response.output_item.done' ? [item] : []));

test('an answer is thought, then said, then done', () => {
  expect(itemsOf({ think: 'Hm.', say: 'Looking.', run: ['cat a', 'cat b'] })).toMatchObject([
    { type: 'reasoning', summary: [{ text: 'Hm.' }] },
    { type: 'message', content: [{ text: 'Looking.' }] },
    { type: 'function_call', call_id: 'call_k_0', arguments: '{"cmd":"cat a"}' },
    { type: 'function_call', call_id: 'call_k_1', arguments: '{"cmd":"cat b"}' },
  ]);
});

test('a patch is a call of the patch tool', () => {
  expect(itemsOf({ patch: '*** Begin Patch' })).toMatchObject([{ type: 'custom_tool_call', name: 'apply_patch', input: '*** Begin Patch' }]);
});

test('words arrive in pieces that make up the whole', () => {
  const say = 'A sentence that is longer than one piece of the stream.';
  const pieces = eventsOf({ say }).flatMap(({ type, delta }) => (type === 'response.output_text.delta' ? [delta] : []));
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('')).toBe(say);
});

test('usage adds up', () => {
  const completed = eventsOf({ say: 'Done.' }).at(-1)?.response as { usage: { input_tokens: number; output_tokens: number; total_tokens: number } };
  expect(completed.usage.total_tokens).toBe(completed.usage.input_tokens + completed.usage.output_tokens);
});
