/** Keeps the beginning and the end of what a program prints, in bounded memory. */
import { StringDecoder } from 'node:string_decoder';

const KEPT_OF_EACH_END = 64 * 1024;

export interface OutputKeeper {
  /** Returns the text of the bytes. */
  readonly add: (bytes: Buffer) => string;
  /** All bytes so far, kept or not. */
  readonly bytes: () => number;
  readonly finish: () => { readonly output: string; readonly cutBytes: number };
}

export function createOutputKeeper(): OutputKeeper {
  const decoder = new StringDecoder('utf8');
  let head = '';
  let tail = '';
  let cut = 0;
  let bytes = 0;
  const keep = (text: string): void => {
    const room = Math.max(0, KEPT_OF_EACH_END - head.length);
    head += text.slice(0, room);
    tail += text.slice(room);
    if (tail.length <= 2 * KEPT_OF_EACH_END) return;
    cut += Buffer.byteLength(tail.slice(0, -KEPT_OF_EACH_END));
    tail = tail.slice(-KEPT_OF_EACH_END);
  };
  return {
    add(piece) {
      bytes += piece.length;
      const text = decoder.write(piece);
      keep(text);
      return text;
    },
    bytes: () => bytes,
    finish() {
      keep(decoder.end());
      return { output: cut === 0 ? head + tail : `${head}\n[… ${cut} bytes …]\n${tail}`, cutBytes: cut };
    },
  };
}
