/** Languages the code engine knows. Those in `TREE_LANGUAGES` are parsed; the rest are read by line. */
export const CODE_LANGUAGES = ['ts', 'tsx', 'js', 'python', 'go', 'java', 'csharp', 'rust', 'c', 'cpp', 'ruby', 'shell', 'json', 'yaml', 'toml'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

export const SCRIPT: readonly CodeLanguage[] = ['ts', 'tsx', 'js'];
export const BRACED: readonly CodeLanguage[] = ['java', 'csharp', 'rust', 'c', 'cpp'];
export const CONFIG: readonly CodeLanguage[] = ['json', 'yaml', 'toml'];
export const PROGRAM: readonly CodeLanguage[] = [...SCRIPT, 'python', 'go', ...BRACED];

const languageByExtension: Readonly<Record<string, CodeLanguage>> = {
  ts: 'ts',
  mts: 'ts',
  cts: 'ts',
  tsx: 'tsx',
  js: 'js',
  mjs: 'js',
  cjs: 'js',
  jsx: 'js',
  py: 'python',
  pyi: 'python',
  go: 'go',
  java: 'java',
  cs: 'csharp',
  rs: 'rust',
  c: 'c',
  h: 'c',
  cc: 'cpp',
  cpp: 'cpp',
  cxx: 'cpp',
  hpp: 'cpp',
  hh: 'cpp',
  rb: 'ruby',
  sh: 'shell',
  bash: 'shell',
  json: 'json',
  jsonc: 'json',
  yml: 'yaml',
  yaml: 'yaml',
  toml: 'toml',
  cfg: 'toml',
  ini: 'toml',
};

const languageByName: Readonly<Record<string, CodeLanguage>> = {
  typescript: 'ts',
  javascript: 'js',
  python: 'python',
  golang: 'go',
  'c#': 'csharp',
  'c++': 'cpp',
  rust: 'rust',
  bash: 'shell',
};

/** The engine's language of a file: by its extension, else by the name the facts gave it; null where it knows neither. */
export function toCodeLanguage(path: string, name: string): CodeLanguage | null {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const byExtension = languageByExtension[base.slice(base.lastIndexOf('.') + 1).toLowerCase()];
  if (byExtension && base.includes('.')) return byExtension;
  const lower = name.toLowerCase();
  return (CODE_LANGUAGES as readonly string[]).includes(lower) ? (lower as CodeLanguage) : (languageByName[lower] ?? languageByExtension[lower] ?? null);
}
