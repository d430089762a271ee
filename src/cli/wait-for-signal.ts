type EndingSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** Resolves with the first Ctrl-C, TERM or hang-up; npm sends the same one two or three times, so later ones change nothing. */
export function waitForSignal(): Promise<EndingSignal> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}
