import type { ProblemResponse } from '../../model/api/machine.ts';

/** A request that did not succeed, in the words a person may read. Queries throw it; screens show it. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly detail: string | undefined;
  readonly next: string | undefined;

  constructor({ status, title, detail, next }: Pick<ProblemResponse, 'status' | 'title' | 'detail' | 'next'>) {
    super(title);
    this.name = 'ApiFailure';
    this.status = status;
    this.detail = detail;
    this.next = next;
  }
}

/** Status 0: no answer at all. */
export const unreachable = (): ApiFailure =>
  new ApiFailure({
    status: 0,
    title: 'Rounds is not answering.',
    detail: 'The program behind this page has stopped, or was started again on another port.',
    next: 'Start it with “rounds” in a terminal. Nothing you saved is lost.',
  });

/** Any thrown thing as a failure that can be shown. */
export function toApiFailure(thrown: unknown): ApiFailure {
  if (thrown instanceof ApiFailure) return thrown;
  return new ApiFailure({
    status: -1,
    title: 'This page made a mistake.',
    detail: thrown instanceof Error ? thrown.message : String(thrown),
    next: 'Load the page again. If it comes back, please report it.',
  });
}
