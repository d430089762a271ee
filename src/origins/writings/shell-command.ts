/** What this layer needs of a shell's simple command; who reads sessions for it hands in how one is read. */
export interface ShellCommand {
  readonly words: readonly string[];
  readonly redirects: readonly string[];
  readonly joinedBy: string;
  readonly heredocs: readonly string[];
}

export type ReadShell = (line: string) => readonly ShellCommand[];
