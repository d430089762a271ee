import { randomBytes } from 'node:crypto';
import { LOOKED_SETTING } from '../growth/outcomes/looked-setting.ts';
import type { Journal } from '../../journal/open-journal.ts';

const SETTING = 'machine';
const BROUGHT = /^rounds:[0-9a-f]{8}:/;

/** Tells this journal's files from those of another machine's at the same path. Says nothing about the machine. */
export function nameMachine(journal: Journal): string {
  const known = journal.settings.get(SETTING);
  if (typeof known === 'string') return known;
  const name = randomBytes(4).toString('hex');
  journal.settings.set(SETTING, name);
  return name;
}

/** Settings that hold on this machine only. */
export const isMachineSetting = (name: string): boolean => name === SETTING || name === LOOKED_SETTING;

/** How a path is called on every other machine; one that came from elsewhere already is. */
export const toBroughtPath = (machine: string, path: string): string => (isBrought(path) ? path : `rounds:${machine}:${path}`);

export const isBrought = (path: string): boolean => BROUGHT.test(path);
