import { BRACED } from '../code-language.ts';
import { toFound, type CodePattern, type SgNode } from '../code-pattern.ts';
import { argumentsOf, findByLanguage, findInLines } from '../syntax.ts';

/** A shell command put together from values: whoever chooses the value may choose the command. */
export const shellInjection: CodePattern = {
  id: 'shell-injection',
  languages: ['ts', 'tsx', 'js', 'python', 'go', ...BRACED],
  sides: 'added',
  prefilter:
    /\bexec(?:Sync|FileSync|File|a)?\(|\bspawn(?:Sync)?\(|shell\s*[=:]|os\.(?:system|popen)|exec\.Command|getRuntime\(\)|Process\.Start|ProcessBuilder|\bsystem\(|\bpopen\(|\.arg\(/,
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['call_expression'], {
        regex: '^(?:(?:cp|child_process|childProcess|util|shell|shelljs)\\.)?(?:exec|execSync|execAsync|spawn|spawnSync|execFile|execFileSync)\\(',
      })) {
        const [command, ...rest] = argumentsOf(found.node);
        const callee = found.node.field('function')?.text() ?? '';
        const shell = /exec(?:Sync|Async)?$/.test(callee) || rest.some((node) => /\bshell\s*:\s*(?:true|['"])/.test(node.text()));
        if (shell && command && isBuilt(command)) yield toFound(found, { callee, command: command.text() });
      }
    },
    *python(code) {
      for (const found of code.nodes(['call'], { regex: '^(?:subprocess\\.\\w+|os\\.(?:system|popen)|Popen|run|check_output|check_call)\\(' })) {
        const [command] = argumentsOf(found.node);
        const callee = found.node.field('function')?.text() ?? '';
        const shell = callee.startsWith('os.') || /\bshell\s*=\s*True\b/.test(found.node.text());
        if (shell && command && isBuilt(command)) yield toFound(found, { callee, command: command.text() });
      }
    },
    *go(code) {
      for (const found of code.nodes(['call_expression'], { regex: '^exec\\.Command(?:Context)?\\(' })) {
        const args = argumentsOf(found.node);
        const dash = args.findIndex((node) => /^"-l?c"$/.test(node.text()));
        const command = dash >= 0 ? args[dash + 1] : undefined;
        if (command && isBuilt(command)) yield toFound(found, { callee: 'exec.Command', command: command.text() });
      }
    },
    *braced(code) {
      if (code.language !== 'rust') yield* findBuiltCommand(code);
      else
        for (const found of findFormatted(code)) if (SHELL_BEFORE.test(code.lines.slice(Math.max(0, found.start - 3), found.start + 1).join(' '))) yield found;
    },
  }),
};

/** A sum of text and a value, or in C# an interpolated text, given to what starts a shell; in C and C++ a text made before. */
const findBuiltCommand = findInLines(
  /\b(getRuntime\(\)\.exec|Process\.Start|(?:new )?ProcessBuilder|system|popen)\s*\((?:.*"\s*\+\s*[a-zA-Z_]|.*[\w)]\s*\+\s*"|.*\$@?")/,
  (match, line) => (/ProcessBuilder/.test(match[1] ?? '') && !/"-c"|"\/c"/.test(line) ? null : { callee: match[1] ?? '', command: '' }),
);
const findFormatted = findInLines(/\.arg\(\s*&?(format!)\(/, (match) => ({ callee: match[1] ?? '', command: '' }));
const SHELL_BEFORE = /Command::new\(\s*"(?:\/bin\/)?(?:ba|z|da)?sh"\s*\)|\.arg\(\s*"-l?c"\s*\)/;

/** Text with values in it: a template, an f-string, a sum or a format call. */
function isBuilt(node: SgNode): boolean {
  const kind = String(node.kind());
  if (kind === 'template_string') return node.children().some((child) => child.kind() === 'template_substitution' && !/^\$\{[A-Z_]+\}$/.test(child.text()));
  if (kind === 'string') return node.children().some((child) => child.kind() === 'interpolation');
  if (kind === 'binary_expression' || kind === 'binary_operator')
    return /["'`]/.test(node.text()) && /[+%]/.test(node.text()) && /(?:^|[+%]\s*)[a-z_]\w*/i.test(node.text().replace(/(["'`]).*?\1/g, '""'));
  return (kind === 'call' || kind === 'call_expression') && /\.format\(|^fmt\.Sprintf\(/.test(node.text());
}
