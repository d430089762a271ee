/** What a shell line does to files, read from its words alone: contents it writes, scripts that rewrite, moves, and programs that change files their own way. */
import { readPatch } from './read-patch.ts';
import { resolvePath } from './resolve-path.ts';
import type { ReadShell, ShellCommand } from './shell-command.ts';

export type FileWrite =
  | { readonly type: 'content'; readonly path: string; readonly lines: readonly string[]; readonly appends: boolean }
  | { readonly type: 'script'; readonly paths: readonly string[]; readonly lines: readonly string[] }
  | { readonly type: 'patch'; readonly path: string; readonly lines: readonly string[] }
  | { readonly type: 'move'; readonly from: string; readonly to: string }
  | { readonly type: 'touch'; readonly paths: readonly string[] | null; readonly program: string };

/** A line without any of these writes no file that we could know of. */
const MAY_WRITE =
  />|\b(?:tee|sed|perl|ruby|awk|python\d?|node|bun|deno|mv|cp|git|patch|apply_patch|prettier|eslint|biome|oxfmt|oxlint|dprint|gofmt|goimports|rustfmt|cargo|black|ruff|isort|npm|npx|pnpm|yarn|uv|poetry|pip|go|make|just|dotnet|mvn|gradle|install|dd|truncate|touch|jq|yq|php|tsx|curl|wget|protoc|buf|sqlc|prisma|rails|ng|flutter|dart|mix|composer|alembic|django-admin|openapi-generator|swagger|(?:ba|z|da)?sh)\b|(?:^|\s)\.{1,2}\//;

export function readFileWrites(line: string, readShell: ReadShell, cwd: string | undefined): FileWrite[] {
  if (!MAY_WRITE.test(line)) return [];
  const writes: FileWrite[] = [];
  let folder = cwd;
  let piped: readonly string[] | null = null;
  for (const command of readShell(line)) {
    const program = programOf(command.words[0]);
    const found = {
      command,
      program,
      folder,
      input: command.heredocs.length > 0 ? toLines(command.heredocs.join('')) : command.joinedBy === '|' ? piped : null,
    };
    if (program === 'cd' && command.words[1] !== undefined) folder = resolvePath(folder, command.words[1]);
    else writes.push(...readWrites(found));
    piped = printedBy(found);
  }
  return writes;
}

interface FoundCommand {
  readonly command: ShellCommand;
  readonly program: string;
  readonly folder: string | undefined;
  /** What it reads from its input, where that is known. */
  readonly input: readonly string[] | null;
}

const programOf = (word: string | undefined): string => word?.split('/').at(-1) ?? '';
const toLines = (text: string): string[] => (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');

/** What a command prints, as far as its own words say. */
function printedBy({ command, program, input }: FoundCommand): readonly string[] | null {
  const operands = command.words.slice(1).filter((word) => !/^-[neE]+$/.test(word));
  if (program === 'echo') return toLines(operands.join(' ').replaceAll(String.raw`\n`, '\n'));
  if (program === 'printf')
    return toLines(
      (operands[0] === '%s' || operands[0] === String.raw`%s\n` ? operands.slice(1).join('\n') : operands.join(' ')).replaceAll(String.raw`\n`, '\n'),
    );
  return program === 'cat' && operands.length === 0 ? input : program === 'tee' ? input : null;
}

const OUTPUT = /^(?:1|&)?(>>|>\|?)(.+)$/;

function readWrites(found: FoundCommand): FileWrite[] {
  const { command, program, folder } = found;
  const writes: FileWrite[] = [];
  for (const redirect of command.redirects) {
    const [, operator = '', target = ''] = OUTPUT.exec(redirect) ?? [];
    if (target === '' || target.startsWith('&') || target.startsWith('/dev/')) continue;
    writes.push(toWrite(resolvePath(folder, target), printedBy(found), operator === '>>', program));
  }
  return [...writes, ...readProgram(found)];
}

const toWrite = (path: string, lines: readonly string[] | null, appends: boolean, program: string): FileWrite =>
  lines ? { type: 'content', path, lines, appends } : { type: 'touch', paths: [path], program };

const INTERPRETERS = new Set(['python', 'python3', 'node', 'bun', 'deno', 'ruby', 'perl', 'php', 'tsx']);
const FORMATTERS = new Set([
  'prettier',
  'eslint',
  'biome',
  'oxfmt',
  'oxlint',
  'dprint',
  'gofmt',
  'goimports',
  'rustfmt',
  'black',
  'ruff',
  'isort',
  'stylelint',
  'clang-format',
]);
const FIXES = /^(?:-w|-i|--write|--fix|--apply|--unsafe|format|fmt|--fix-dangerously)/;
const LOCKFILES: Readonly<Record<string, readonly string[]>> = {
  npm: ['package-lock.json', 'package.json'],
  pnpm: ['pnpm-lock.yaml', 'package.json'],
  yarn: ['yarn.lock', 'package.json'],
  bun: ['bun.lock', 'package.json'],
  cargo: ['Cargo.lock', 'Cargo.toml'],
  go: ['go.sum', 'go.mod'],
  uv: ['uv.lock', 'pyproject.toml'],
  poetry: ['poetry.lock', 'pyproject.toml'],
};
const INSTALLS = new Set([
  'install',
  'i',
  'add',
  'ci',
  'remove',
  'rm',
  'uninstall',
  'update',
  'upgrade',
  'up',
  'get',
  'mod',
  'build',
  'lock',
  'sync',
  'version',
  'check',
  'test',
]);
/** Programs that run a project's own scripts, which may write anything. */
const RUNNERS = new Set([
  'npm',
  'pnpm',
  'yarn',
  'bun',
  'make',
  'just',
  'node',
  'python',
  'python3',
  'tsx',
  'deno',
  'go',
  'cargo',
  'dotnet',
  'gradle',
  'mvn',
  'php',
  'ruby',
  'uv',
]);

/** Programs whose work is to make files of other files. */
const GENERATORS = new Set([
  'protoc',
  'buf',
  'sqlc',
  'prisma',
  'rails',
  'ng',
  'flutter',
  'dart',
  'mix',
  'composer',
  'alembic',
  'django-admin',
  'openapi-generator',
  'swagger',
]);
const SHELLS = new Set(['sh', 'bash', 'zsh', 'dash']);
/** What a download is to be named. */
const OUTPUT_OPTION: Readonly<Record<string, RegExp>> = { curl: /^(?:-[a-zA-Z]*o|--output)$/, wget: /^(?:-[a-zA-Z]*O|--output-document)$/ };

function readProgram(found: FoundCommand): FileWrite[] {
  const { command, program, folder, input } = found;
  const words = command.words.slice(1);
  const operands = words.filter((word) => !word.startsWith('-'));
  const resolveAll = (paths: readonly string[]): string[] => paths.map((path) => resolvePath(folder, path));
  switch (program) {
    case 'tee':
      return operands.map((path) => toWrite(resolvePath(folder, path), input, words.includes('-a'), program));
    case 'sed':
      return words.some((word) => /^(?:-[a-zA-Z]*i|--in-place)/.test(word)) ? readInPlace(operands, folder, program) : [];
    case 'mv':
    case 'cp':
      return readMoves(operands, folder);
    case 'apply_patch':
    case 'patch':
      return readPatches(input ?? toLines(words.join('\n')), folder);
    case 'git':
      return readGit(found, operands);
    case 'curl':
    case 'wget': {
      const at = words.findIndex((word) => OUTPUT_OPTION[program]?.test(word));
      const path = at === -1 ? undefined : words[at + 1];
      return path === undefined || path === '-' || path.startsWith('/dev/') ? [] : [{ type: 'touch', paths: resolveAll([path]), program }];
    }
    case 'touch':
    case 'truncate':
      return [];
    default:
  }
  if (INTERPRETERS.has(program)) {
    if ((program === 'perl' || program === 'ruby') && words.some((word) => /^-[a-zA-Z0-9.]*i/.test(word))) return readInPlace(operands, folder, program);
    const inline = words.findIndex((word) => /^-(?:c|e|p|pe|ne|r|-eval)$/.test(word));
    const script = input ?? (inline === -1 ? null : toLines(words[inline + 1] ?? ''));
    if (script) return readScript(script, folder);
  }
  if (FORMATTERS.has(program) || (program === 'cargo' && words[0] === 'fmt')) {
    return words.some((word) => FIXES.test(word)) ? [{ type: 'touch', paths: null, program }] : [];
  }
  const locks = LOCKFILES[program];
  const writes: FileWrite[] = locks && INSTALLS.has(operands[0] ?? 'install') ? [{ type: 'touch', paths: resolveAll(locks), program }] : [];
  // A script of the project's own, or one handed to a shell, may write anything, as may a generator.
  const isScript = /^\.{1,2}\/(?!.*\bnode_modules\/)/.test(command.words[0] ?? '') || (SHELLS.has(program) && words[0]?.startsWith('-') === false);
  return RUNNERS.has(program) || GENERATORS.has(program) || isScript
    ? [...writes, { type: 'touch', paths: null, program: [program, ...operands.slice(0, 2)].join(' ') }]
    : writes;
}

/** `sed -i 's/a/b/' FILE…`: the script holds words of what it writes, the files are what follows it. */
function readInPlace(operands: readonly string[], folder: string | undefined, program: string): FileWrite[] {
  const at = operands.findIndex((word) => word !== '');
  const script = operands[at] ?? '';
  const paths = operands.slice(at + 1).filter((word) => word !== '' && !/^\d*[sdacipy]?[/|#].*[/|#]/.test(word));
  if (paths.length === 0) return [];
  const resolved = paths.map((path) => resolvePath(folder, path));
  return [
    { type: 'script', paths: resolved, lines: toLines(script.replaceAll(String.raw`\n`, '\n')) },
    { type: 'touch', paths: resolved, program },
  ];
}

const NAMED_PATH = /['"`]([\w@.~/[\]() -]{1,200}\.[A-Za-z0-9]{1,10}|[\w@.~/-]{1,100}\/[\w@.~-]{1,100})['"`]/g;
const WRITES_FILES = /write|open\(|\bFile\b|fs\.|rename|replace\(|dump\(|save/;

function readScript(script: readonly string[], folder: string | undefined): FileWrite[] {
  const text = script.join('\n');
  if (!WRITES_FILES.test(text)) return [];
  const paths = [...new Set([...text.matchAll(NAMED_PATH)].map(([, path = '']) => resolvePath(folder, path)))];
  const lines = script.flatMap((line) => line.replaceAll(/\\(["'`])/g, '$1').split(String.raw`\n`));
  // It may put names together, too: then it is any program that writes.
  const touch: FileWrite = { type: 'touch', paths: null, program: 'script' };
  return paths.length === 0 ? [touch] : [{ type: 'script', paths, lines }, { type: 'touch', paths, program: 'script' }, touch];
}

function readMoves(operands: readonly string[], folder: string | undefined): FileWrite[] {
  const to = operands.at(-1);
  if (to === undefined || operands.length < 2) return [];
  const target = resolvePath(folder, to);
  return operands.slice(0, -1).flatMap((from): FileWrite[] => {
    const source = resolvePath(folder, from);
    const name = source.split('/').at(-1) ?? '';
    // Whether the target is a folder is not known: both names are kept.
    return [
      { type: 'move', from: source, to: target },
      { type: 'move', from: source, to: `${target}/${name}` },
    ];
  });
}

function readGit({ command, folder, input }: FoundCommand, operands: readonly string[]): FileWrite[] {
  const options = command.words.findIndex((word) => word === '-C');
  const inside = options === -1 ? folder : resolvePath(folder, command.words[options + 1] ?? '.');
  const [verb, ...rest] = options === -1 ? operands : operands.slice(1);
  if (verb === 'mv') return readMoves(rest, inside);
  if (verb === 'apply' && input) return readPatches(input, inside);
  return verb === 'apply' ? [{ type: 'touch', paths: null, program: 'git apply' }] : [];
}

function readPatches(text: readonly string[], folder: string | undefined): FileWrite[] {
  return readPatch(text).map(({ path, lines }) => ({ type: 'patch', path: resolvePath(folder, path), lines }));
}
