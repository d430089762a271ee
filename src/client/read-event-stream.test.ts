import { array, assert, asyncProperty, constantFrom, nat } from 'fast-check';
import { expect, it } from 'vitest';
import { readEventStream, type ServerSentEvent } from './read-event-stream.ts';

async function eventsOf(chunks: readonly Uint8Array[]): Promise<ServerSentEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const events: ServerSentEvent[] = [];
  for await (const event of readEventStream(body)) events.push(event);
  return events;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('reads names, ids and data of several lines, and passes over the rest', async () => {
  const text = 'retry: 1000\nevent: ready\ndata: {}\n\n: still here\n\nid: 7\nevent: changed\ndata: {"round":\ndata:  "r_1"}\n\nid\ndata\n\ndata: cut off';
  expect(await eventsOf([bytes(text)])).toEqual([
    { id: null, name: 'ready', data: '{}' },
    { id: '7', name: 'changed', data: '{"round":\n "r_1"}' },
    { id: '', name: 'message', data: '' },
  ]);
});

it('reads the same however the bytes are cut, and whatever ends a line', async () => {
  const line = constantFrom('data: a', 'data: ü€😀', 'id: 3', 'event: x', ': note', '', '', 'data:b:c');
  await assert(
    asyncProperty(array(line, { maxLength: 20 }), constantFrom('\n', '\r\n', '\r'), array(nat(60), { maxLength: 8 }), async (lines, end, cuts) => {
      const whole = await eventsOf([bytes(lines.map((each) => `${each}\n`).join(''))]);
      const all = bytes(lines.map((each) => each + end).join('') + (end === '\r' ? ': the end\n' : ''));
      const at = [...new Set([0, ...cuts.filter((cut) => cut < all.length), all.length])].toSorted((a, b) => a - b);
      expect(await eventsOf(at.slice(1).map((to, index) => all.slice(at[index], to)))).toEqual(whole);
    }),
  );
});

it('does not keep a line that never ends', async () => {
  await expect(eventsOf([bytes(`data: ${'x'.repeat(1024 * 1024)}`), bytes('x')])).rejects.toThrow();
});
