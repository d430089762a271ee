/** Knows, line by line, what stands inside a fenced block (CommonMark 0.31, 4.5): what looks like markup there is quoted, not meant. */
export interface FenceTracker {
  /** True where the line belongs to a fenced block, its opening and closing lines included. */
  readonly read: (line: string) => boolean;
  readonly isOpen: () => boolean;
  readonly reset: () => void;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

export function createFenceTracker(): FenceTracker {
  let open: string | undefined;
  return {
    read(line) {
      const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
      if (open === undefined) {
        // The info of a backtick fence holds no backtick: that would be code within a line.
        if (marks === '' || (marks[0] === '`' && info.includes('`'))) return false;
        open = marks;
        return true;
      }
      if (marks[0] === open[0] && marks.length >= open.length && info.trim() === '') open = undefined;
      return true;
    },
    isOpen: () => open !== undefined,
    reset: () => void (open = undefined),
  };
}
