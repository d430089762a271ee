import { toFound, type CodePattern } from '../code-pattern.ts';
import { argumentsOf, findByLanguage, findInLines, isLiteral } from '../syntax.ts';

/** Text or bytes run as code: whoever wrote them runs with the program's rights. */
export const codeExecution: CodePattern = {
  id: 'code-execution',
  languages: ['ts', 'tsx', 'js', 'python', 'java', 'csharp'],
  sides: 'added',
  prefilter:
    /\beval\(|\bexec\(|new Function\(|pickle\.loads?\(|yaml\.(?:load|unsafe_load)\(|marshal\.loads\(|runIn\w*Context\(|ObjectInputStream|XMLDecoder|BinaryFormatter|NetDataContractSerializer|LosFormatter|SoapFormatter|TypeNameHandling|EvaluateAsync|\.eval\(/,
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['call_expression', 'new_expression'], {
        regex: '^(?:eval\\(|(?:globalThis|window)\\.eval\\(|new Function\\(|vm\\.runIn\\w*Context\\()',
      })) {
        if (!isLiteral(argumentsOf(found.node).at(-1))) yield toFound(found, { how: found.node.text().replace(/\(.*/s, '') });
      }
    },
    *python(code) {
      for (const found of code.nodes(['call'], { regex: '^(?:eval|exec|pickle\\.loads?|yaml\\.(?:load|unsafe_load)|marshal\\.loads)\\(' })) {
        const text = found.node.text();
        if (/Safe|CSafe/.test(text) || isLiteral(argumentsOf(found.node)[0])) continue;
        yield toFound(found, { how: found.node.field('function')?.text() ?? '' });
      }
    },
    braced: findInLines(
      /\bnew (ObjectInputStream|XMLDecoder|BinaryFormatter|NetDataContractSerializer|LosFormatter|SoapFormatter)\b(?!\s*\{)|\b(TypeNameHandling)\s*\.\s*(?:All|Auto|Objects)\b|\b(CSharpScript)\.(?:Evaluate|Run)Async\((?!\s*")|\b\w*[eE]ngine\.(eval)\((?!\s*")/,
      (match) => ({ how: match.slice(1).find(Boolean) ?? '' }),
    ),
  }),
};
