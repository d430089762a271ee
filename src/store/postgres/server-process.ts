import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

export interface RunningServer {
  readonly pid: number;
  readonly socketFolder: string;
  readonly port: number;
}

export const pidFileOf = (data: string): string => join(data, 'postmaster.pid');

/** What the server wrote down when it started; null where none did, or before it has written all. It may be gone since. */
export function readPidFile(data: string): RunningServer | null {
  // https://www.postgresql.org/docs/18/storage-file-layout.html: pid, data, start, port, socket folder, address, shared memory.
  const [pid, , , port, socketFolder] = readIfThere(pidFileOf(data)).split('\n');
  return pid && port && socketFolder ? { pid: Number(pid), socketFolder, port: Number(port) } : null;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/**
 * Whether a process of this cluster still lives: the server itself or, after its sudden end, one that has not noticed yet.
 * The number alone says little: after a restart of the machine it may be anyone's, and a process that nobody waited for keeps it.
 */
export function isClusterAlive(data: string): boolean {
  const { pid } = readPidFile(data) ?? {};
  if (process.platform === 'linux') return readdirSync('/proc').some((name) => /^\d+$/.test(name) && isOfCluster(name, data));
  if (pid === undefined) return false;
  try {
    const [state = '', ...command] = execFileSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return !state.startsWith('Z') && command.join(' ').includes('postgres');
  } catch {
    return false;
  }
}

/** Every process of a cluster works in its data folder. */
function isOfCluster(pid: string, data: string): boolean {
  try {
    const [name = '', state = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/[()] /);
    return name.endsWith('(postgres') && !state.startsWith('Z') && readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    // Gone meanwhile, or another's: the server's user is ours, or we are root.
    return false;
  }
}
