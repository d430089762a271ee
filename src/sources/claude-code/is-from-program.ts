import { toFields } from '../fields.ts';

/** Since 2.1.161 and 2.1.193 a record says who sent it; anything but the person's own typing is the program's. */
export function isFromProgram(origin: unknown, promptSource?: string | null): boolean {
  const kind = typeof origin === 'string' ? origin : toFields(origin)['kind'];
  if (typeof kind === 'string') return kind !== 'human' && kind !== 'user';
  return promptSource === 'system';
}
