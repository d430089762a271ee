import type { ProbeCode } from '../../../model/team/probe.ts';

/** Whether two probes would do the same: everything that is run or put somewhere, not what their author says of it. */
export const isSameProbe = (one: ProbeCode | null, other: ProbeCode | null): boolean =>
  one !== null &&
  other !== null &&
  one.target === other.target &&
  one.path === other.path &&
  one.code === other.code &&
  (one.patch ?? '') === (other.patch ?? '');
