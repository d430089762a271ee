import { expect, it } from 'vitest';
import type { SessionEvent } from '../../../model/event.ts';
import { joinPages } from './use-event-pages.ts';

const base = (seq: number) => ({ id: `e${seq}`, seq, line: seq, at: null, thread: 'main' });
const call = (seq: number, callId: string, type: 'run' | 'edit'): SessionEvent => ({
  ...base(seq),
  kind: 'call',
  callId,
  tool: 'T',
  action: type === 'run' ? { type, command: 'x' } : { type, paths: ['a'] },
});
const result = (seq: number, callId: string): SessionEvent => ({ ...base(seq), kind: 'result', callId, outcome: 'ok', text: '' });
const edit = (seq: number, callId: string): SessionEvent => ({ ...base(seq), kind: 'edit', callId, path: 'a', change: 'update', hunks: [] });
const page = (from: number, events: SessionEvent[]) => ({ events, facts: { [from]: { claims: ['fixed'] } }, from, total: 9 });

it('shows a result beside its call and a call beside its edit, over page borders', () => {
  const joined = joinPages([
    page(0, [call(0, 'a', 'run'), call(1, 'b', 'edit')]),
    page(2, [edit(2, 'b'), result(3, 'b'), result(4, 'a'), result(5, 'elsewhere')]),
  ]);
  expect([...joined.absorbed]).toEqual([
    [1, 2],
    [3, 2],
    [4, 0],
  ]);
  expect(joined.resultByCall.get('a')?.seq).toBe(4);
  expect([...joined.factBySeq.keys()]).toEqual([0, 2]);
});
