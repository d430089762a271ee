/** What a probe may use. A test suite is bigger than a probe, and gets more time. */
export interface Limits {
  readonly seconds: number;
  /** Of all its processes together. */
  readonly memoryBytes: number;
  readonly processes: number;
  /** What it prints, in all. */
  readonly outputBytes: number;
  /** Everything it writes; only a sandbox can hold it to this. */
  readonly diskBytes: number;
}

const MB = 1024 * 1024;

export const PROBE_LIMITS: Limits = { seconds: 60, memoryBytes: 1024 * MB, processes: 256, outputBytes: 4 * MB, diskBytes: 512 * MB };
export const SUITE_LIMITS: Limits = { seconds: 600, memoryBytes: 4096 * MB, processes: 512, outputBytes: 32 * MB, diskBytes: 2048 * MB };
