/** Claude Code's `cleanupPeriodDays`: sessions that have not changed for so long are deleted when it starts. Settings are read, never written. */
import { readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { toFields } from '../fields.ts';

/** Claude Code's own default. */
const DEFAULT_DAYS = 30;

/** An organisation's settings come before a person's. */
const MANAGED: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: '/etc/claude-code/managed-settings.json',
  darwin: '/Library/Application Support/ClaudeCode/managed-settings.json',
  win32: 'C:\\Program Files\\ClaudeCode\\managed-settings.json',
};

/** @param projects the folders of its transcripts, beside which its settings lie */
export function readRetentionDays(projects: readonly string[], platform: NodeJS.Platform): number {
  const { dirname, join } = platform === 'win32' ? win32 : posix;
  const files = [...(MANAGED[platform] === undefined ? [] : [MANAGED[platform]]), ...projects.map((folder) => join(dirname(folder), 'settings.json'))];
  for (const file of files) {
    const days = readDays(file);
    if (days !== undefined) return days;
  }
  return DEFAULT_DAYS;
}

function readDays(file: string): number | undefined {
  try {
    const days = toFields(JSON.parse(readFileSync(file, 'utf8')))['cleanupPeriodDays'];
    return typeof days === 'number' && days >= 0 ? days : undefined;
  } catch (error) {
    // No settings, or none that can be read: the next ones hold, or the default.
    if (!(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}
