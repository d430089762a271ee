import type { GrowthApp } from '../growth-app.ts';
import { openGrowthPort } from './open-growth-port.ts';
import { refreshGrowth } from './refresh-growth.ts';

const EVERY_MS = 10 * 60_000;

export interface GrowthWatch {
  readonly stop: () => Promise<void>;
}

/** Takes rounds for two and lessons in now and again every ten minutes, where this machine is signed in. A team that is away is asked at the next look. */
export function watchGrowth(app: GrowthApp, onBug: (error: unknown) => void): GrowthWatch {
  let running: Promise<void> | null = null;
  async function refresh(): Promise<void> {
    const port = openGrowthPort(app.journal);
    if (port.ok && port.value) await refreshGrowth(app, port.value);
  }
  function look(): void {
    running ??= refresh()
      .catch(onBug)
      .finally(() => {
        running = null;
      });
  }
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
