/** Passwords told in a sentence, in the languages most people write: the word for it, and within reach a word that no sentence holds. */
import type { Detector, Match } from '../match.ts';
import { isNumberedPassphrase, isPassphrase, readsAsPassword } from '../values/judge-value.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { looksRandom } from '../values/looks-random.ts';

/** German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian and Ukrainian, Turkish, Vietnamese, Indonesian, Japanese, Chinese, Korean, Arabic, Hindi, Swedish, Danish, Finnish, Czech. */
const WORD =
  /(?:\bpasswor[td]|\bkennwort|\bzugangswort|mot de passe|contrase[ñn]a|clave (?:de acceso|secreta)|palavra-passe|\bsenha\b|parola d'ordine|\bparola\b|wachtwoord|has[łl]o\b|m[ậa]t kh[ẩa]u|kata sandi|l[öo]senord[a-z]{0,2}|adgangskode|salasana|heslo\b|jelsz[óo])([^\n\uE000]{1,100})/gi;
const OTHER_SCRIPTS =
  /(?:парол[ьяюе]\p{L}{0,2}|şifre\p{L}{0,4}|パスワード|暗証|密码|密碼|口令|비밀번호|암호|كلمة (?:المرور|السر)|पासवर्ड)([^\n\uE000]{1,100})/giu;
const CANDIDATE = /[\x21-\x7E]{6,128}/g;
/** "è", "lautet", "от базы" and the like stand between the word and the password. */
const NEAR = 25;
const USED_AS =
  /["'`]?\s{1,3}(?:(?:as|for)\s{1,3}(?:the|a|an|your|my|our)|as(?=\s{1,3}pass))\s{1,3}((?:[\w-]{1,20}\s{1,3}){0,2}?(?:token|password|passphrase|pass|secret|key|credential))\b/gi;

const USED_VALUE = /(?<![^\s"'`(])([\w+/=.~!@#$%^&*?-]{8,200})$/;
const LONGEST_USED = 201;

export const findToldInWords: Detector = (text) => {
  const matches: Match[] = [];
  const words = [...text.matchAll(WORD), ...(/[\u0080-\uFFFF]/.test(text) ? text.matchAll(OTHER_SCRIPTS) : [])];
  for (const { 0: whole, 1: rest = '', index } of words) {
    const restStart = index + whole.length - rest.length;
    for (const { 0: raw, index: at } of rest.matchAll(CANDIDATE)) {
      const plain = raw.replace(/^["'`:=]{1,4}/, '');
      const lead = /^[(*_[]{0,4}/.exec(plain)?.[0].length ?? 0;
      const value = (readsAsPassword(plain) ? plain : plain.slice(lead)).replace(/["'`)\]},;:.]{1,4}$/, '');
      const isDelimited = /["'`]/.test(raw[0] ?? '') || /[:=：]\s{0,2}$/.test(rest.slice(0, at));
      if (!readsAsPassword(value) && !(isDelimited && isPassphrase(value)) && !(at <= NEAR && isNumberedPassphrase(value))) continue;
      const start = restStart + at + raw.indexOf(value);
      matches.push({ kind: 'password', start, end: start + value.length });
      break;
    }
  }
  for (const { 1: what = '', index: valueEnd } of text.matchAll(USED_AS)) {
    const value = USED_VALUE.exec(text.slice(Math.max(0, valueEnd - LONGEST_USED), valueEnd))?.[1];
    if (value === undefined) continue;
    const index = valueEnd - value.length;
    if (/\b(?:cache|primary|foreign|sort|partition|public|idempotency|object|map|query)\b/i.test(what) || isPlaceholder(value)) continue;
    if (/pass/i.test(what) ? readsAsPassword(value) || isPassphrase(value) : looksRandom(value, 16))
      matches.push({ kind: 'secret', start: index, end: index + value.length });
  }
  return matches;
};
