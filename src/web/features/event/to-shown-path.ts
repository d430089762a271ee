import type { Action } from '../../../model/event.ts';

/** Paths inside the session's working folder are shown from there; both kinds of separator, because sessions come from everywhere. */
export function toShownPath(path: string, cwd: string | null | undefined): string {
  if (!cwd || cwd === '/' || !path.startsWith(cwd)) return path;
  const rest = path.slice(cwd.length);
  if (rest === '') return '.';
  return /[/\\]$/.test(cwd) ? rest : /^[/\\]/.test(rest) ? rest.slice(1) : path;
}

/** The same for what a tool call names. */
export function toShownAction(action: Action, cwd: string | null | undefined): Action {
  switch (action.type) {
    case 'read':
      return { ...action, path: toShownPath(action.path, cwd) };
    case 'edit':
      return { ...action, paths: action.paths.map((path) => toShownPath(path, cwd)) };
    case 'search':
      return action.path === undefined ? action : { ...action, path: toShownPath(action.path, cwd) };
    default:
      return action;
  }
}
