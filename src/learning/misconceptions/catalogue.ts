import type { Misconception } from '../../model/misconception.ts';
import { AGENTS } from './agents.ts';
import { CONCURRENCY } from './concurrency.ts';
import { DATA } from './data.ts';
import { ERRORS } from './errors.ts';
import { INTERFACES } from './interfaces.ts';
import { PERFORMANCE } from './performance.ts';
import { SECURITY } from './security.ts';
import { TESTING } from './testing.ts';

/** The misconceptions Rounds comes with: a considered proposal, not validated on engineers. A programme may bring its own (parse-own-catalogue.ts). */
export const MISCONCEPTIONS: readonly Misconception[] = [...CONCURRENCY, ...ERRORS, ...TESTING, ...SECURITY, ...DATA, ...INTERFACES, ...PERFORMANCE, ...AGENTS];

const misconceptionById = new Map<string, Misconception>(MISCONCEPTIONS.map((entry) => [entry.id, entry]));

export const findMisconception = (id: string): Misconception | null => misconceptionById.get(id) ?? null;
