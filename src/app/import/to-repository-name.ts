import type { Session } from '../../model/session.ts';

// After the scheme and host of an https or ssh address, or the colon of git@host:owner/name.
const OWNER_AND_NAME = /^(?:[a-z+]+:\/\/[^/]+\/|[^/@]+@[^:/]+:)(?:.*\/)?([\w.-]*\w[\w.-]*)\/([\w.-]*\w[\w.-]*?)(?:\.git)?\/?$/i;

/** Of a work tree of an experiment, as start-experiment.ts names its folder. */
const OF_EXPERIMENT = /[/\\]experiments[/\\]([^/\\]+)\.[0-9a-f]{8}[/\\]/;

/** How a session's repository is called on screen: owner/name of its remote, else the last part of its folder. */
export function toRepositoryName({ repositoryUrl, cwd }: Pick<Session, 'repositoryUrl' | 'cwd'>): string | null {
  const [, owner, name] = OWNER_AND_NAME.exec(repositoryUrl ?? '') ?? [];
  if (owner && name) return `${owner}/${name}`;
  return OF_EXPERIMENT.exec(cwd ?? '')?.[1] ?? cwd?.split(/[/\\]/).findLast(Boolean) ?? null;
}
