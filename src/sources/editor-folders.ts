/** Where Visual Studio Code and the editors made of it keep a person's settings and what extensions store. */
import { posix, win32 } from 'node:path';
import type { Machine } from './machine.ts';

export type EditorName = 'Code' | 'Code - Insiders' | 'VSCodium' | 'Cursor' | 'Windsurf';

/** Flatpak gives each application a home of its own. */
const FLATPAKS: Readonly<Partial<Record<EditorName, string>>> = {
  Code: 'com.visualstudio.code',
  'Code - Insiders': 'com.visualstudio.code.insiders',
  VSCodium: 'com.vscodium.codium',
};

export function toEditorFolders({ platform, env, home }: Pick<Machine, 'platform' | 'env' | 'home'>, names: readonly EditorName[]): string[] {
  const { join } = platform === 'win32' ? win32 : posix;
  const set = (name: string): string | undefined => env[name]?.trim() || undefined;
  const portable = set('VSCODE_PORTABLE');
  const data = set('VSCODE_APPDATA') ?? toDataFolder(platform, set, home);
  const flatpaks = platform === 'linux' ? names.flatMap((name) => (FLATPAKS[name] ? [join(home, '.var', 'app', FLATPAKS[name], 'config', name)] : [])) : [];
  return [...(portable ? [join(portable, 'user-data')] : []), ...names.map((name) => join(data, name)), ...flatpaks];
}

/** On a machine that an editor elsewhere works on (WSL, SSH, containers) extensions store what they keep in the editor's server. */
export function toRemoteEditorFolders({ platform, home }: Pick<Machine, 'platform' | 'home'>): string[] {
  const { join } = platform === 'win32' ? win32 : posix;
  return ['.vscode-server', '.vscode-server-insiders', '.vscodium-server', '.cursor-server', '.windsurf-server'].map((server) => join(home, server, 'data'));
}

function toDataFolder(platform: NodeJS.Platform, set: (name: string) => string | undefined, home: string): string {
  if (platform === 'win32') return set('APPDATA') ?? win32.join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support');
  return set('XDG_CONFIG_HOME') ?? posix.join(home, '.config');
}
