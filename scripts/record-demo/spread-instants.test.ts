import { describe, expect, test } from 'vitest';
import type { Scenario } from './scenario.ts';
import { spreadInstants } from './spread-instants.ts';

const scenario = { turns: [{ after: 0 }, { after: 90 }] } as unknown as Scenario;
const STARTS_AT = new Date('2026-01-05T09:00:00.000Z');

const at = (ms: number): string => new Date(Date.parse('2026-06-01T00:00:00.000Z') + ms).toISOString();
const turnStart = (ms: number): object => ({ timestamp: at(ms), type: 'event_msg', payload: { type: 'task_started', started_at: Date.parse(at(ms)) / 1000 } });
const prompt = (ms: number): object => ({ timestamp: at(ms), type: 'event_msg', payload: { type: 'item_completed', item: { type: 'UserMessage' } } });
const call = (ms: number): object => ({ timestamp: at(ms), type: 'response_item', payload: { type: 'function_call', arguments: 'x'.repeat(500) } });
const run = (ms: number, tookMs: number): object => ({
  timestamp: at(ms),
  type: 'event_msg',
  payload: { type: 'item_completed', item: { type: 'CommandExecution' }, started_at_ms: Date.parse(at(ms - tookMs)), completed_at_ms: Date.parse(at(ms)) },
});
const output = (ms: number): object => ({ timestamp: at(ms), type: 'response_item', payload: { type: 'function_call_output' } });
const turnEnd = (ms: number): object => ({ timestamp: at(ms), type: 'event_msg', payload: { type: 'task_complete', duration_ms: 1 } });

const records = [
  turnStart(0),
  prompt(10),
  call(30),
  run(700, 600),
  output(710),
  turnEnd(720),
  turnStart(1000),
  prompt(1010),
  call(1020),
  output(1100),
  turnEnd(1110),
];
const spread = spreadInstants(records.map((record) => JSON.stringify(record)).join('\n'), scenario, STARTS_AT)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as { timestamp: string; payload: Record<string, number> });
const instants = spread.map(({ timestamp }) => Date.parse(timestamp));

const between = (from: number, to: number): number => (instants[to] ?? 0) - (instants[from] ?? 0);

describe('spread instants', () => {
  test('begin at the start and keep their order', () => {
    expect(spread[0]?.timestamp).toBe(STARTS_AT.toISOString());
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  });

  test('leave the time the model needs to write and the person to answer', () => {
    expect(between(1, 2)).toBeGreaterThan(10_000);
    expect(between(5, 6)).toBe(90 * 60_000 + 280);
  });

  test('leave the duration of a command alone', () => {
    const { started_at_ms = 0, completed_at_ms = 0 } = spread[3]?.payload ?? {};
    expect(completed_at_ms - started_at_ms).toBe(600);
    expect(completed_at_ms).toBe(instants[3]);
  });

  test('count the duration of a turn again', () => {
    expect(spread[5]?.payload.duration_ms).toBe((instants[5] ?? 0) - (instants[0] ?? 0));
  });
});
