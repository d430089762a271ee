/** Reads git objects' bytes, many with one process. */
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { streamGit } from './run-git.ts';

const NEWLINE = 0x0a;

/** Calls `onObject` for each id in its order; null where the repository does not have it (a partial clone is never completed over the network). */
export function readObjects(root: string, ids: readonly string[], onObject: (id: string, bytes: Buffer | null) => void): Promise<Result<null, Problem>> {
  const parser = createBatchParser(onObject);
  return streamGit(root, ['cat-file', '--batch'], parser.write, ids.map((id) => `${id}\n`).join(''));
}

/** Parses what `git cat-file --batch` prints: `<id> <type> <bytes>`, the bytes, a newline; or `<id> missing`. */
export function createBatchParser(onObject: (id: string, bytes: Buffer | null) => void): { readonly write: (chunk: Buffer) => void } {
  let head: Buffer = Buffer.alloc(0);
  let open: { readonly id: string; readonly parts: Buffer[]; left: number } | undefined;

  /** Bytes of the open object, with the newline after it. Returns what is left of the chunk. */
  function readBody(chunk: Buffer): Buffer {
    if (!open) return chunk;
    const part = chunk.subarray(0, open.left);
    open.parts.push(Buffer.from(part));
    open.left -= part.length;
    if (open.left === 0) {
      onObject(open.id, Buffer.concat(open.parts).subarray(0, -1));
      open = undefined;
    }
    return chunk.subarray(part.length);
  }

  function readHead(chunk: Buffer): Buffer {
    const end = chunk.indexOf(NEWLINE);
    if (end === -1) {
      head = Buffer.concat([head, chunk]);
      return Buffer.alloc(0);
    }
    const [id = '', , size] = Buffer.concat([head, chunk.subarray(0, end)])
      .toString('latin1')
      .split(' ');
    head = Buffer.alloc(0);
    if (size === undefined) onObject(id, null);
    else open = { id, parts: [], left: Number(size) + 1 };
    return chunk.subarray(end + 1);
  }

  return {
    write(chunk) {
      let rest = chunk;
      while (rest.length > 0) rest = open ? readBody(rest) : readHead(rest);
    },
  };
}
