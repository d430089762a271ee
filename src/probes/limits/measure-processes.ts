/** What a process and all its descendants use, as Linux tells it in /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessUse {
  readonly processes: number;
  /** Resident memory. Pages that processes share are counted for each. */
  readonly memoryBytes: number;
}

const PAGE_BYTES = 4096;

/** Null where the system does not say. */
export function measureProcesses(root: number): ProcessUse | null {
  const childrenByParent = new Map<number, number[]>();
  try {
    for (const name of readdirSync('/proc')) {
      const pid = Number(name);
      if (!Number.isInteger(pid)) continue;
      const parent = readParent(pid);
      if (parent === null) continue;
      const children = childrenByParent.get(parent);
      if (children) children.push(pid);
      else childrenByParent.set(parent, [pid]);
    }
  } catch {
    return null; // not Linux, or /proc is hidden
  }
  const use = { processes: 0, memoryBytes: 0 };
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    use.processes += 1;
    use.memoryBytes += readMemory(pid);
    waiting.push(...(childrenByParent.get(pid) ?? []));
  }
  return use;
}

/** The name before the parent may hold blanks and brackets. Null where the process has ended meanwhile. */
function readParent(pid: number): number | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  return stat === null ? null : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

const readMemory = (pid: number): number => Number(readOrNull(`/proc/${pid}/statm`)?.split(' ')[1] ?? 0) * PAGE_BYTES;

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // it has ended
  }
}
