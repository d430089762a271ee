/** Adds up the time of something that starts and stops many times. */
export interface Stopwatch {
  readonly start: () => void;
  readonly stop: () => void;
  /** The function, with its running time added. */
  readonly around: <A extends unknown[], T>(work: (...args: A) => T) => (...args: A) => T;
  readonly seconds: () => number;
}

export function createStopwatch(): Stopwatch {
  let total = 0;
  let since = 0;
  const start = (): void => void (since = performance.now());
  const stop = (): void => void (total += performance.now() - since);
  return {
    start,
    stop,
    around:
      (work) =>
      (...args) => {
        start();
        try {
          return work(...args);
        } finally {
          stop();
        }
      },
    seconds: () => total / 1000,
  };
}
