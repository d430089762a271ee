/** Parses what `git log` or `git show` print with COMMIT_FORMAT, -p -U0. Pure; fed in pieces, one commit in memory at a time. */
import { StringDecoder } from 'node:string_decoder';
import type { Commit, CommittedHunk, CommitTrailer, FileChange } from '../../model/commit.ts';
import { unquotePath } from './unquote-path.ts';

/** Control characters that no patch begins a line with divide the fields. */
const BEGIN = '\u0001commit ';
export const COMMIT_FORMAT = `${'%x01'}commit %H%x02%P%x02%at%x02%ct%x02%s%x02%(trailers:only,unfold,separator=%x03,key_value_separator=%x04)%x02`;

const HUNK_HEAD = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
/** A generated file of a million lines says nothing that its first ones do not. */
const MOST_LINES_OF_FILE = 50_000;

interface OpenFile {
  path: string;
  from?: string;
  hunks: { start: number; added: string[]; removed: string[] }[];
  lines: number;
}

export function createCommitParser(onCommit: (commit: Commit) => void): { readonly write: (chunk: Buffer) => void; readonly end: () => void } {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let header: Omit<Commit, 'files'> | null = null;
  let files: FileChange[] = [];
  let file: OpenFile | null = null;
  let left = { removed: 0, added: 0 };

  const closeFile = (): void => {
    if (file && file.path !== '')
      files.push({ path: file.path, ...(file.from === undefined ? {} : { from: file.from }), hunks: file.hunks as CommittedHunk[] });
    file = null;
  };
  const closeCommit = (): void => {
    closeFile();
    if (header) onCommit({ ...header, files });
    header = null;
    files = [];
  };

  const readLine = (line: string): void => {
    const hunk = file?.hunks.at(-1);
    if (file && hunk && left.removed + left.added > 0) {
      const sign = line.charCodeAt(0);
      if (sign === 45) {
        left.removed -= 1;
        if (file.lines++ < MOST_LINES_OF_FILE) hunk.removed.push(line.slice(1));
      } else if (sign === 43) {
        left.added -= 1;
        if (file.lines++ < MOST_LINES_OF_FILE) hunk.added.push(line.slice(1));
      }
      return;
    }
    if (line.startsWith(BEGIN)) {
      closeCommit();
      header = parseHeader(line.slice(BEGIN.length));
    } else if (line.startsWith('diff --git ')) {
      closeFile();
      file = { path: toPathOfBoth(line), hunks: [], lines: 0 };
    } else if (file) readFileLine(file, line);
  };

  const readFileLine = (open: OpenFile, line: string): void => {
    const head = HUNK_HEAD.exec(line);
    if (head) {
      left = { removed: Number(head[1] ?? 1), added: Number(head[3] ?? 1) };
      open.hunks.push({ start: Number(head[2]), added: [], removed: [] });
    } else if (line.startsWith('+++ ') && line !== '+++ /dev/null') open.path = toPath(line.slice(4), 'b/');
    else if (line.startsWith('rename to ')) open.path = toPath(line.slice(10), '');
    else if (line.startsWith('rename from ')) open.from = toPath(line.slice(12), '');
  };

  return {
    write(chunk) {
      rest += decoder.write(chunk);
      let from = 0;
      for (let at = rest.indexOf('\n'); at !== -1; at = rest.indexOf('\n', from)) {
        readLine(rest.slice(from, at));
        from = at + 1;
      }
      rest = rest.slice(from);
    },
    end() {
      if (rest !== '') readLine(rest);
      closeCommit();
    },
  };
}

function parseHeader(text: string): Omit<Commit, 'files'> {
  const [sha = '', parents = '', authorAt = '', committedAt = '', subject = '', trailers = ''] = text.split('\u0002');
  return {
    sha,
    parents: parents.split(' ').filter(Boolean),
    authorAt: Number(authorAt) * 1000,
    committedAt: Number(committedAt) * 1000,
    subject,
    trailers: trailers.split('\u0003').flatMap((entry): CommitTrailer[] => {
      const [name = '', value = ''] = entry.split('\u0004');
      return name === '' ? [] : [{ name, value: value.trim() }];
    }),
  };
}

/** `diff --git a/x b/x`: both halves are equal unless the file was renamed, and then its own lines name it. */
function toPathOfBoth(line: string): string {
  const names = line.slice('diff --git '.length);
  if (names.startsWith('"')) return toPath(names.slice(0, names.indexOf('" ') + 1), 'a/');
  return names.slice(2, 2 + (names.length - 5) / 2);
}

/** A tab follows paths with blanks in them. */
function toPath(text: string, prefix: string): string {
  const name = text.endsWith('\t') ? text.slice(0, -1) : text;
  const plain = unquotePath(name);
  return plain.startsWith(prefix) ? plain.slice(prefix.length) : plain;
}
