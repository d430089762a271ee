/**
 * How messages in German, French, Spanish, Portuguese, Chinese and Japanese correct, ask, report and approve: few, plain cues
 * of each. English is read in read-acts.ts.
 */
import { anyOf } from '../any-of.ts';
import type { HumanAct } from '../facts.ts';

interface Cues {
  readonly act: HumanAct;
  readonly pattern: RegExp;
}

/** Matched against one sentence in lower case, of which only signs of Latin-1 are left. */
const LATIN: readonly Cues[] = [
  {
    act: 'correction',
    pattern: anyOf([
      /^(?:nein|nee|falsch|stimmt nicht|moment|stopp)(?![\w'-])/,
      /\bdas (?:stimmt|passt) (?:so )?nicht\b|\b(?:das|es) (?:ist|war) (?:falsch|nicht (?:richtig|korrekt|das))/,
      /\bdu (?:hast|solltest) (?:.{1,60} )?(?:vergessen|gelöscht|übersehen|ignoriert|entfernt|kaputt gemacht|nicht)(?!\w)/,
      /\bwarum (?:hast|änderst|löschst) du\b|\bmach (?:das|es) rückgängig\b|\bsondern\b|\bstattdessen\b/,
      /^(?:non|faux|attends|arrête)(?![\wà-ÿ'-])/,
      /\b(?:c'est|ce n'est|c'était) (?:faux|incorrect|pas (?:ça|ce que|correct|juste|vrai|le bon))/,
      /\btu (?:as|avais) (?:oublié|supprimé|cassé|ignoré|raté)|\bpourquoi (?:as-tu|tu as)\b|\bau lieu de\b|\bplutôt que\b/,
      /^(?:incorrecto|espera|para)(?![\wà-ÿ'-])/,
      /\b(?:eso|esto) (?:no es (?:correcto|así|lo que|cierto)|está mal|es incorrecto)/,
      /\b(?:te )?(?:olvidaste|borraste|rompiste|ignoraste|has (?:olvidado|borrado|roto))\b|\bpor qué (?:has|borraste|cambiaste|quitaste)\b|\ben (?:lugar|vez) de\b|\bsino que\b/,
      /^(?:não|errado|espere|pare)(?![\wà-ÿ'-])(?! (?:precisa|tem problema))/,
      /\b(?:isso|isto) (?:não (?:é|está)|está errado)|\bvocê (?:esqueceu|apagou|quebrou|ignorou|removeu)\b|\bpor que você\b|\bem vez de\b|\bao invés de\b/,
    ]),
  },
  {
    act: 'report',
    pattern: anyOf([
      /\b(?:funktioniert|geht|läuft|klappt|kompiliert|startet) (?:(?:immer noch|leider|so|noch|jetzt|aber) )*nicht\b|\bschlägt (?:\w+ )?fehl\b|\bfehlermeldung\b|\babgestürzt\b/,
      /\bne (?:fonctionne|marche|passe|compile|démarre|s'affiche) (?:pas|plus|toujours pas)\b|\b(?:ça|il) plante\b|\btoujours (?:la même erreur|cassé)/,
      /\bno (?:funciona|compila|carga|aparece|pasa|arranca)\b|\bsigue (?:fallando|sin|dando)\b|\b(?:hay|da|tengo) un error\b/,
      /\bnão (?:funciona|compila|carrega|aparece|passa|inicia)\b|\bcontinua (?:falhando|com erro|dando erro)|\b(?:há|dá|deu|tem) um erro\b/,
    ]),
  },
  {
    act: 'question',
    pattern: anyOf([
      /^(?:(?:und|aber|also|ok(?:ay)?)[,]? )?(?:warum|wieso|weshalb|wie|was|wann|wo|welche[rsn]?|ist|sind|hat|sollte|wird)\b.*\?/,
      /^(?:(?:et|mais|donc)[,]? )?(?:pourquoi|comment|qu'est-ce|est-ce que|que se passe|quel(?:le)?s?)(?![\wà-ÿ])/,
      /^¿|^(?:(?:y|pero)[,]? )?(?:por qué|cómo|qué (?:pasa|ocurre|sucede)|cuándo|cuál)(?![\wà-ÿ])/,
      /^(?:(?:e|mas)[,]? )?(?:por que|por quê|o que acontece|qual|quando|como)(?![\wà-ÿ]).*\?/,
    ]),
  },
  {
    act: 'approval',
    pattern: /^(?:ja|passt|genau|mach weiter|weiter|sieht gut aus|oui|d'accord|parfait|vas-y|sí|vale|perfecto|adelante|sim|perfeito|pode continuar)[\s.,!]*$/,
  },
];

/** Matched against the message as it was written. */
const UNSPACED: readonly Cues[] = [
  {
    act: 'correction',
    pattern:
      /^(?:不对|不是|错了?|停|等一下|等等|别)|不正确|不是这样|不是我(?:要|想|说)|你(?:忘|漏|删|弄错|误解|又改)|为什么你?(?:要?改|要?删|没有?)|而不是|改回(?:来|去)|^(?:いや|いいえ|違|ちがう|待って|やめて)|違います|間違[っいえ]|(?:では|じゃ)なくて?|忘れて(?:い|る|ま)|元に戻して|なぜ(?:消し|変え|削除)/,
  },
  {
    act: 'report',
    pattern:
      /还是(?:不行|报错|失败)|不(?:工作|生效|显示)|报错|没有(?:显示|生效|反应)|崩溃|動(?:きません|かない|作しない)|エラー(?:が|に|で)|失敗し|表示され(?:ない|ません)|落ち(?:る|ます|ました)/,
  },
  { act: 'question', pattern: /为什么|怎么(?:会|样|做|办)|如何|是不是|会不会|吗[?？]?$|[?？]\s*$|なぜ|どうして|どうやって|でしょうか|ですか|ますか/m },
  { act: 'approval', pattern: /^(?:好的?|可以|继续|没问题|行|对|是的?|はい|お願いします|続けて(?:ください)?|いいですね|了解)[\s。.!！,，]*$/ },
];

const HAS_UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/;

/**
 * @param own as it was written
 * @param sentences of it, made for matching
 */
export function readOtherLanguages(own: string, sentences: readonly string[]): Set<HumanAct> {
  const unspaced = HAS_UNSPACED.test(own) ? UNSPACED.filter(({ pattern }) => pattern.test(own.trim())) : [];
  const latin = LATIN.filter(({ pattern }) => sentences.some((sentence) => pattern.test(sentence)));
  return new Set([...unspaced, ...latin].map(({ act }) => act));
}
