/** What a line of the log may say besides when: plain values, none of them a text that a person wrote. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface LineLog {
  readonly tell: (event: string, fields?: LogFields) => void;
}

/** One JSON object a line, for whatever collects logs. */
export function createLineLog({ write, clock }: { write: (line: string) => void; clock: () => Date }): LineLog {
  return { tell: (event, fields = {}) => write(`${JSON.stringify({ at: clock().toISOString(), event, ...fields })}\n`) };
}
