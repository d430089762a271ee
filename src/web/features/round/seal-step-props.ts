import type { ReactNode } from 'react';

/** What every step that seals something is given: what is written so far, and what becomes of it. */
export interface SealStepProps<Draft, Sealed> {
  readonly draft: Draft;
  readonly isSealing: boolean;
  readonly failure: unknown;
  /** What sealing means here. */
  readonly note: string;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onSeal: (sealed: Sealed) => void;
  /** Other ways out: pass, withdraw. */
  readonly leave?: ReactNode;
  readonly status?: ReactNode;
}
