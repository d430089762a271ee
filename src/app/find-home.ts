import { resolveHome } from '../journal/resolve-home.ts';
import type { Environment } from './environment.ts';

/** Folder of everything Rounds keeps on this machine, without opening any of it. */
export const findHome = (environment: Environment): string => resolveHome(environment);
