import { setTimeout as wait } from 'node:timers/promises';
import { MAX_OUTPUT_PIECE } from '../../model/api/team/probes.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';

export interface OutputSender {
  readonly add: (text: string) => void;
  /** Sends what is left, as far as the server can be reached. */
  readonly finish: () => Promise<void>;
}

type Append = (piece: { readonly n: number; readonly text: string }) => Promise<Result<null, Problem>>;

/** More than this is not kept by the team server; the result holds beginning and end of all of it. */
const MAX_SENT = 1024 * 1024;
/** So that a program which prints line by line does not make a request of each. */
const GATHER_MS = 200;
const TRY_AGAIN_MS = [500, 2_000, 5_000] as const;

/** Sends output in pieces, in order, each until it has arrived. What cannot be sent in the end is let go: the result tells it. */
export function createOutputSender(append: Append): OutputSender {
  let waiting = '';
  let taken = 0;
  let n = 0;
  let isFinishing = false;
  let sending: Promise<void> | null = null;

  return {
    add(text) {
      const room = Math.max(0, MAX_SENT - taken);
      waiting += text.slice(0, room);
      taken += Math.min(room, text.length);
      start();
    },
    async finish() {
      isFinishing = true;
      start();
      await sending;
    },
  };

  function start(): void {
    if (waiting !== '') sending ??= send().finally(() => (sending = null));
  }

  async function send(): Promise<void> {
    while (waiting !== '') {
      if (!isFinishing) await wait(GATHER_MS);
      const text = takePiece();
      if (!(await arrives({ n, text }))) {
        waiting = '';
        taken = MAX_SENT;
        return;
      }
      n += 1;
    }
  }

  async function arrives(piece: { readonly n: number; readonly text: string }): Promise<boolean> {
    for (let tries = 0; ; tries += 1) {
      const sent = await append(piece);
      if (sent.ok) return true;
      const pause = TRY_AGAIN_MS[tries];
      if (sent.problem.tag !== 'cannot-reach' || pause === undefined) return false;
      await wait(pause);
    }
  }

  /** Never half a character. */
  function takePiece(): string {
    const isHalf = /[\ud800-\udbff]/.test(waiting[MAX_OUTPUT_PIECE - 1] ?? '');
    const text = waiting.slice(0, isHalf ? MAX_OUTPUT_PIECE - 1 : MAX_OUTPUT_PIECE);
    waiting = waiting.slice(text.length);
    return text;
  }
}
