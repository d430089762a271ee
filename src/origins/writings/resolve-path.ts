/** A path as seen from a folder, with `.` and `..` taken out; it stays relative where the folder is not known. Nothing is looked up. */
export function resolvePath(folder: string | undefined, path: string): string {
  const clean = path.replaceAll('\\', '/');
  const isAbsolute = clean.startsWith('/') || clean.startsWith('~') || /^[A-Za-z]:\//.test(clean);
  const joined = isAbsolute || folder === undefined ? clean : `${folder.replaceAll('\\', '/')}/${clean}`;
  const parts: string[] = [];
  for (const part of joined.split('/')) {
    if (part === '.' || part === '') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return (joined.startsWith('/') ? '/' : '') + parts.join('/');
}
