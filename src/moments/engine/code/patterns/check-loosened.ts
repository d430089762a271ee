import { CONFIG, SCRIPT, type CodeLanguage } from '../code-language.ts';
import type { CodePattern } from '../code-pattern.ts';

const languages: readonly CodeLanguage[] = [...CONFIG, ...SCRIPT, 'shell'];
const CONFIG_FILE =
  /(?:^|[/\\])(?:tsconfig[^/\\]*\.json|\.?eslint[^/\\]*|biome\.jsonc?|\.oxlintrc[^/\\]*|jest\.config\.\w+|vitest\.config\.\w+|playwright\.config\.\w+|pyproject\.toml|setup\.cfg|mypy\.ini|tox\.ini|ruff\.toml|\.?golangci\.ya?ml|package\.json|codecov\.ya?ml|\.nycrc[^/\\]*|\.pre-commit-config\.yaml)$|\.github[/\\]workflows[/\\]|\.gitlab-ci\.yml$/;

const LOOSER: readonly { readonly what: string; readonly regex: RegExp }[] = [
  {
    what: 'type checking less strict',
    regex: /["']?\b(?:strict\w*|noImplicit\w+|noUnchecked\w+|noUnused\w+|disallow_\w+|check_untyped_defs|warn_unused_ignores)["']?\s*[:=]\s*[fF]alse\b/,
  },
  { what: 'type checking skipped', regex: /["']?\b(?:ignore_errors|ignore_missing_imports|ignoreBuildErrors|ignoreDuringBuilds)["']?\s*[:=]\s*[tT]rue\b/ },
  { what: 'a lint rule switched off', regex: /["'](?:@?[\w-]+\/)?[\w-]+["']\s*:\s*\[?\s*["']off["']/ },
  { what: 'a failing step no longer fails the build', regex: /\bcontinue-on-error:\s*true\b|\ballow_failure:\s*true\b|\bfail_ci_if_error:\s*false/ },
  {
    what: 'a failing command no longer fails the step',
    regex: /["']?(?:test|lint|check|typecheck|type-check|run|script)["']?\s*:.*\|\|\s*(?:true|exit 0|:)\s*["']?,?\s*$/,
  },
  { what: 'no tests counts as success', regex: /passWithNoTests\b(?!["']?\s*[:=]\s*false)/ },
  { what: 'failing tests are run again until one passes', regex: /\bretries["']?\s*[:=]\s*[1-9]|--reruns[= ]\d|\bflaky\b.*=\s*true/ },
  { what: 'a warning switched off', regex: /-Wno-\w+|\bnoqa\b|extend-ignore|^\s*"?ignore"?\s*=\s*\[/ },
];

/** A gate made easier to pass in a configuration file. */
export const checkLoosened: CodePattern = {
  id: 'check-loosened',
  languages,
  sides: 'both',
  paths: CONFIG_FILE,
  prefilter:
    /[fF]alse|[tT]rue|["']off["']|exit 0|passWithNoTests|retries|--reruns|-Wno-|ignore|threshold|coverage|fail.under|branches|functions|statements|"?lines"?\s*:/,
  *find(code) {
    const comments = code.comments();
    for (const index of code.changed) {
      const line = code.lines[index] ?? '';
      if ((comments[index] ?? '').trim() !== '' && line.trim() === (comments[index] ?? '').trim()) continue;
      const looser = LOOSER.find(({ regex }) => regex.test(line));
      if (looser) yield { start: index, end: index, text: line.trim(), captures: { what: looser.what, name: '', value: '' } };
      const gate =
        /["']?\b(branches|functions|lines|statements|fail[_-]under|coverageThreshold|threshold|max-warnings|min_coverage|target)["']?\s*[:=]\s*["']?(\d+(?:\.\d+)?)/.exec(
          line,
        );
      if (gate) yield { start: index, end: index, text: line.trim(), captures: { what: 'gate', name: gate[1] ?? '', value: gate[2] ?? '' } };
    }
  },
};
