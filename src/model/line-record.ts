/** Lines of a commit whose writer some tool recorded when they were committed: git-ai's notes, agent-trace. */
export interface LineRecord {
  readonly path: string;
  /** 1-based lines of the file at that commit, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly by: 'agent' | 'person';
  /** Names of the session in the tool's own way; empty where only the writer's kind is recorded. */
  readonly sessionNames: readonly string[];
}
