import { toFound, type CodePattern } from '../code-pattern.ts';
import { argumentsOf, isFunction } from '../syntax.ts';

/** State put back to its beginning. */
const RESETS = /\bset[A-Z]\w*\(\s*(?:''|""|``|null|undefined|false|0|\[\]|\{\}|new (?:Set|Map)\(\)|initial\w*|default\w*)?\s*(?:\?\?[^)]*)?\)/;
/** A switch: what the effect is meant to answer. */
const SWITCH = /^(?:is|has|should|show|open|visible|active|enabled|expanded)(?:[A-Z]\w*)?$|(?:Open|Visible|Shown|Active|Enabled|Expanded)$/;
/** A list, or what is worked out from one: another one at every change of the data, or at every drawing. */
const COLLECTION = /^(?:filtered|sorted|visible|grouped|all)[A-Z]\w*$|^\w+(?:List|Array|Map|Set)$|^\w*[a-z](?:[^s\W]s|ies|ses|xes)(?:\.length)?$/;
const NOT_A_LIST = /^(?:props|status|css|class|process|address|access|progress|focus|loss|bus)$|(?:Status|Class|Props|Address|Access|Progress|Focus)$/;

/** An effect that puts state back when something opens, and that a list it does not mean can set off too. */
export const effectDeps: CodePattern = {
  id: 'effect-deps',
  languages: ['tsx', 'ts', 'js'],
  sides: 'added',
  files: 'other',
  prefilter: /\[[^\]]*,[^\]]*\]\s*,?\s*\)/,
  *find(code) {
    for (const found of code.nodes(['call_expression'], { regex: '^(?:React\\.)?use(?:Layout)?Effect\\(' })) {
      const [effect, list] = argumentsOf(found.node);
      if (!effect || !isFunction(effect) || list?.kind() !== 'array' || !RESETS.test(effect.text())) continue;
      const names = list.namedChildren().map((node) => node.text());
      const shift = list.range().start.line - found.node.range().start.line;
      if (!code.meets(found.start + shift, found.end)) continue;
      const flag = names.find((name) => SWITCH.test(name));
      const collection = names.find((name) => COLLECTION.test(name) && !NOT_A_LIST.test(name) && name !== flag);
      if (flag === undefined || collection === undefined) continue;
      yield { ...toFound(found, { flag, collection }), text: `${list.text()}: ${collection}` };
    }
  },
};
