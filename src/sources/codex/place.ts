/** Where a record stands. */
export interface Place {
  readonly line: number;
  readonly at: string | null;
  readonly thread: string;
  readonly replayed: true | undefined;
}
