/** `git@github.com:team/books.git`: a host, a colon, a path; a single letter before the colon is a drive of Windows. */
const SCP = /^(?:[^@/\s]+@)?([\w.-]{2,}):(?!\/\/)(.+)$/;

/**
 * A remote's address as the same short name for everyone who cloned it, by whatever protocol: `github.com/team/books`.
 * No user, password, token or port is in it. Null for a folder of this machine, which is nobody else's name for it.
 */
export function toRepositoryName(address: string): string | null {
  const trimmed = address.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) {
    const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
    return url && url.protocol !== 'file:' ? join(url.hostname, url.pathname) : null;
  }
  const [, host, path] = SCP.exec(trimmed) ?? [];
  return host && path ? join(host, path) : null;
}

function join(host: string, path: string): string | null {
  const rest = path
    .replace(/[?#].*$/s, '')
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/^\/|\/$/g, '')
    .replace(/\.git$/i, '');
  return host === '' || rest === '' ? null : `${host.toLowerCase()}/${rest}`.slice(0, MAX);
}

const MAX = 400;

/** For a repository that no remote names: its first commit, the same in every clone. */
export const toRootName = (firstCommit: string): string => `commit:${firstCommit}`;
