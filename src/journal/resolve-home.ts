import { join } from 'node:path';

export interface HomeInput {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly userHome: string;
}

/** Folder of everything Rounds keeps on this machine. ROUNDS_HOME moves all of it. */
export function resolveHome({ variables, platform, userHome }: HomeInput): string {
  if (variables['ROUNDS_HOME']) return variables['ROUNDS_HOME'];
  if (platform === 'darwin') return join(userHome, 'Library', 'Application Support', 'rounds');
  if (platform === 'win32') return join(variables['LOCALAPPDATA'] || join(userHome, 'AppData', 'Local'), 'rounds');
  return join(variables['XDG_DATA_HOME'] || join(userHome, '.local', 'share'), 'rounds');
}
