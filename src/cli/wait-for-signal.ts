/** Resolves at the first Ctrl-C or TERM; npm sends the same one two or three times, so later ones change nothing. */
export function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
