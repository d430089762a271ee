import { readFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { listUnanswered } from './create-rounds.ts';
import { sealOne } from './seal-all.ts';
import type { Team } from './start-team.ts';

const TOLD_TIMES = 20;
const OPENED_AT_ONCE = 50;

export interface StreamsMeasured {
  readonly open: number;
  readonly memoryMB: number;
  readonly memoryBeforeMB: number;
  /** Streams of people a seal concerns. */
  readonly told: number;
  /** Milliseconds from a seal's request to the last stream's event, in order of size. */
  readonly times: readonly number[];
}

/** Opens `count` event streams of one pair, then seals and waits until every one of them was told. */
export async function measureStreams(team: Team, count: number): Promise<StreamsMeasured> {
  const memoryBeforeMB = readMemory(team.pid);
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const [pair] = team.pairs;
  if (!pair) throw new Error('there is no pair');
  let heard = 0;
  let onHeard: (() => void) | null = null;
  let waitsFor = '';
  const streams: IncomingMessage[] = [];
  for (let at = 0; at < count; at += OPENED_AT_ONCE) {
    const opened = Array.from({ length: Math.min(OPENED_AT_ONCE, count - at) }, (_, index) => open(pair.people[index % 2]?.token ?? ''));
    streams.push(...(await Promise.all(opened)));
  }
  const memoryMB = readMemory(team.pid);
  const times: number[] = [];
  for (const round of await listUnanswered(team, pair.people[1], TOLD_TIMES)) {
    heard = 0;
    waitsFor = round;
    const began = performance.now();
    const all = new Promise<void>((resolve) => (onHeard = () => void (heard === streams.length && resolve())));
    await sealOne(team, pair.people[1], round);
    await all;
    times.push(performance.now() - began);
  }
  for (const stream of streams) stream.destroy();
  agent.destroy();
  return { open: streams.length, memoryMB, memoryBeforeMB, told: streams.length, times: times.toSorted((a, b) => a - b) };

  function open(token: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const request = get(`${team.url}/api/team/events`, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`a stream answered ${response.statusCode}`));
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          if (waitsFor === '' || !text.includes(waitsFor)) return;
          heard += 1;
          onHeard?.();
        });
        response.on('error', () => {});
        resolve(response);
      });
      request.on('error', reject);
    });
  }
}

/** Resident memory of a process in MB, as the system counts it. */
function readMemory(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
