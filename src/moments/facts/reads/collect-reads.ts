/** Which files the agent has looked at so far, by a reading tool or by a command. */
import { posix } from 'node:path';
import type { EventOf } from '../../../model/event.ts';
import type { Place, ReadFact } from '../facts.ts';
import { classifyCommand } from '../runs/classify-command.ts';
import type { ReadCommand } from '../shell/read-commands.ts';

export interface ReadCollector {
  readonly reads: readonly ReadFact[];
  readonly read: (place: Place, path: string) => void;
  readonly readByCommands: (call: EventOf<'call'>, commands: readonly ReadCommand[], cwd: string | undefined) => void;
  /** Files the person named with `@path`: their agents put those before the model. */
  readonly mentioned: (prompt: EventOf<'prompt'>) => void;
  /** The agent wrote the file itself: it knows it. */
  readonly written: (path: string) => void;
  readonly hasRead: (path: string) => boolean;
}

const LONGEST_PROMPT = 20_000;
const MENTION = /(?:^|\s)@([\w./-]{1,300}\.\w{1,8})/g;
const LOOKS_LIKE_PATH = /\/|\.\w{1,8}$/;

export function createReadCollector(): ReadCollector {
  const reads: ReadFact[] = [];
  const known = new Set<string>();
  /** Paths given relative to a folder that is not known: matched by their end. */
  const knownEnds = new Set<string>();

  const remember = (place: Place, path: string, cwd: string | undefined): void => {
    const full = path.startsWith('/') || cwd === undefined ? posix.normalize(path) : posix.join(cwd, path);
    reads.push({ seq: place.seq, line: place.line, path: full });
    known.add(full);
    if (!full.startsWith('/')) knownEnds.add(full);
  };

  return {
    reads,
    read: (place, path) => remember(place, path, undefined),
    readByCommands(call, commands, cwd) {
      let folder = cwd;
      for (const { words, redirects } of commands) {
        if (words[0] === 'cd' && words[1] !== undefined)
          folder = words[1].startsWith('/') ? words[1] : folder === undefined ? undefined : posix.join(folder, words[1]);
        const kind = classifyCommand(words, redirects);
        const shows = kind === 'read' || kind === 'search' || (words[0] === 'git' && (words.includes('diff') || words.includes('show')));
        if (!shows) continue;
        for (const word of words.slice(1))
          if (!word.startsWith('-') && word.length < 300 && LOOKS_LIKE_PATH.test(word) && !/[\s*?{}()|^$]/.test(word)) remember(call, word, folder);
      }
    },
    mentioned(prompt) {
      if (!prompt.text.includes('@')) return;
      for (const match of prompt.text.slice(0, LONGEST_PROMPT).matchAll(MENTION)) remember(prompt, match[1] ?? '', undefined);
    },
    written: (path) => known.add(posix.normalize(path)),
    hasRead(path) {
      const full = posix.normalize(path);
      if (known.has(full)) return true;
      for (let at = full.indexOf('/'); at >= 0; at = full.indexOf('/', at + 1)) if (knownEnds.has(full.slice(at + 1))) return true;
      return false;
    },
  };
}
