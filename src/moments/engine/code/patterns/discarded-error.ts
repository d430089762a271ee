import { toFound, type CodePattern } from '../code-pattern.ts';
import { findByLanguage, findInLines } from '../syntax.ts';

/** Results nobody looks at: printing, closing and writing to memory do not fail in ways a caller could answer. */
const HARMLESS =
  /^(?:fmt\.[FS]?[Pp]rint\w*|\w*\.?(?:Close|Flush|Sync|Rollback|Fprint\w*)|w\.Write|buf\w*\.Write\w*|sb\.Write\w*|\w*[bB]uilder\.Write\w*|h(?:ash)?\.Write|rand\.\w+|strings\.\w+|os\.(?:Remove|RemoveAll|LookupEnv)|\w+\.Load|\w+\.LoadOrStore|\w+\.LookupEnv|runtime\.\w+|strings\.Cut|utf8\.\w+|debug\.ReadBuildInfo|strconv\.Unquote|\w+\.RowsAffected|\w+\.LastInsertId|\w+\.Deadline)$/;

/** C: calls whose failure changes what the next line may rely on. */
const findThrownAway = findInLines(
  /^\s*\(void\)\s*(read|write|pread|pwrite|fread|fwrite|fsync|ftruncate|truncate|rename|chdir|chroot|set(?:res)?[ug]id|dup2?|pipe|system|pthread_(?:create|mutex_\w+|cond_\w+)|mprotect|mlock|RAND_bytes)\s*\(/,
  (match) => ({ callee: match[1] ?? '', names: '(void)' }),
);

/** An error result thrown away where the language makes it a value. */
export const discardedError: CodePattern = {
  id: 'discarded-error',
  languages: ['go', 'rust', 'c', 'cpp'],
  sides: 'added',
  prefilter: /\b_\s*(?::?=)|let _ =|\.ok\(\);|\(void\)\s*\w/,
  find: findByLanguage({
    *go(code) {
      for (const found of code.nodes(['short_var_declaration', 'assignment_statement'], { regex: '^(?:[^=\\n]*,\\s*)?_\\s*:?=' })) {
        const [call, more] = found.node.field('right')?.namedChildren() ?? [];
        if (call?.kind() !== 'call_expression' || more) continue;
        const callee = call.field('function')?.text().replace(/\s+/g, '') ?? '';
        if (HARMLESS.test(callee) || found.node.ancestors().some((node) => node.kind() === 'defer_statement')) continue;
        const names =
          found.node
            .field('left')
            ?.namedChildren()
            .map((node) => node.text()) ?? [];
        // `_ = x` alone may only quiet the compiler about an unused value; a call has a result.
        yield toFound(found, { callee, names: names.join(', ') });
      }
    },
    braced: (code) =>
      code.language === 'c' || code.language === 'cpp'
        ? findThrownAway(code)
        : code.language === 'rust'
          ? findInLines(/^\s*let _ = ([\w.:]+)\(|\.ok\(\);\s*$/, (match) => ({ callee: match[1] ?? '', names: '_' }))(code)
          : [],
  }),
};
