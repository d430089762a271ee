import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { tutorSettingsSchema, type TutorSettings } from '../../tutor/tutor-settings.ts';
import type { App } from '../app.ts';

export interface LoadedSettings {
  /** Null where nobody ever set one. */
  readonly settings: TutorSettings | null;
  readonly fromEnvironment: boolean;
}

export const toSettingsPath = ({ home }: Pick<App['journal'], 'home'>): string => join(home, 'tutor.json');

/** The second reader's settings: the file beside the journal, and over it ROUNDS_TUTOR, ROUNDS_TUTOR_URL, _MODEL and _API. */
export function loadSettings({ journal, environment }: Pick<App, 'journal' | 'environment'>): Result<LoadedSettings, Problem> {
  const path = toSettingsPath(journal);
  const written = readSettingsFile(path);
  if (written === 'damaged') return failed(damaged(path, 'It is not JSON.'));
  const over = readVariables(environment.variables);
  const fromEnvironment = Object.keys(over).length > 0;
  if (written === null && !('url' in over && 'model' in over)) return ok({ settings: null, fromEnvironment: false });
  const parsed = tutorSettingsSchema.safeParse({ ...written, ...over });
  if (parsed.success) return ok({ settings: parsed.data, fromEnvironment });
  const [issue] = parsed.error.issues;
  // Names of what is wrong and never its value: somebody may have put a key there.
  const what =
    issue?.code === 'unrecognized_keys'
      ? `It holds ${issue.keys.join(', ')}, which is none of its settings.`
      : `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  return failed(damaged(path, what));
}

function readSettingsFile(path: string): Record<string, unknown> | null | 'damaged' {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : 'damaged';
  } catch (error) {
    if (error instanceof SyntaxError) return 'damaged';
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function readVariables(variables: App['environment']['variables']): Partial<Record<'on' | 'url' | 'model' | 'api', unknown>> {
  const [state, url, model, api] = ['ROUNDS_TUTOR', 'ROUNDS_TUTOR_URL', 'ROUNDS_TUTOR_MODEL', 'ROUNDS_TUTOR_API'].map((name) => variables[name]);
  return {
    ...(url && model ? { on: true } : {}),
    ...(url ? { url } : {}),
    ...(model ? { model } : {}),
    ...(api ? { api } : {}),
    ...(state === 'off' ? { on: false } : {}),
  };
}

const damaged = (path: string, why: string): Problem =>
  problem('bad-input', `The second reader's settings in ${path} cannot be used.`, {
    why,
    next: 'Correct or remove the file: docs/tutor.md says what it holds.',
  });
