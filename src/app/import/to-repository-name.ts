import type { Session } from '../../model/session.ts';

/** How a session's repository is called on screen: owner/name of its remote, else the last part of its folder. */
export function toRepositoryName({ repositoryUrl, cwd }: Pick<Session, 'repositoryUrl' | 'cwd'>): string | null {
  const [owner, name] = repositoryUrl ? repositoryUrl.replace(/\.git\/?$/, '').split(/[/:]/).filter(Boolean).slice(-2) : [];
  if (owner && name) return `${owner}/${name}`;
  return cwd?.split(/[/\\]/).filter(Boolean).at(-1) ?? null;
}
