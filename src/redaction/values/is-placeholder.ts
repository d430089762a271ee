/** Values that stand where a secret would: examples, templates, references to a secret kept elsewhere, marks of an earlier redaction. */

/** What people write in fixtures, guides and defaults. A value made of nothing else (and of digits counting up) gives nothing away. */
const FIXTURE_WORDS = new Set(
  `a abc access admin administrator all any anon anonymous api app apikey auth authorization bar basic baz bearer blah bot client ci change changeme changeit code config
   cookie cred credential credentials db debug default demo dev development docker dummy empty env environment example expired fake false file fixture foo github go guest
   hash header hello hidden id insert integration invalid int is it jwt key keys lib live local localhost login long lorem main masked mock mongo mongodb my mysecret
   mysql mypassword name new nil no none not npm null number oauth off old omitted on one open optional or org pass passphrase passwd password passwords pat path placeholder
   plain please postgres postgresql private process prod production provider public put pw pwd qux random read readonly real redacted redis refresh removed replace required
   root ro run rw salt sample secret secrets secure session set short sk some something staging stdin str string sub super supersecret temp test tester testing tests text
   the this to todo token tokens true two type undefined unset unknown use user username valid value values wrong write x your yours`.split(/\s+/),
);

const TEMPLATE =
  /^(?:\$\{|\$\(|\$[A-Za-z_]\w*(?:$|[-./:>[({,;)])|%[A-Za-z_]\w*%|%[({]|%[sdv]$|<[^>]*>?$|\{\{|\{[A-Za-z_.]{1,40}\}$|\[[^\]]*\]?$|@[A-Za-z._]+(?:\(|$)|!(?:Ref|Sub|GetAtt|vault|secret)\b|\*+$|#\{)|\$\{|\$\(|\{\{|\*{3,}|\.{3,}|…|<[a-z_ -]{2,40}>/i;
const MASKED =
  /^(?:[xX*.•·_-]{3,}|0+|1+|9+|#+|([A-Za-z0-9])\1{5,})$|x{5,}|X{5,}|\bredacted\b|\[redacted|REDACTED|EXAMPLE|example[-_. ]?key|(?:^|[-_])your[-_]|[-_]here$/;
const COUNTING = '01234567890123456789abcdefghijklmnopqrstuvwxyz';

/** Whether the value is a stand-in, not a secret. */
export function isPlaceholder(value: string): boolean {
  if (TEMPLATE.test(value.slice(0, 400)) || MASKED.test(value.slice(0, 400))) return true;
  if (value.length > 80) return false;
  const words = value.replaceAll(/([a-z])([A-Z])/g, '$1 $2').match(/[A-Za-z]+|\d+/g) ?? [];
  return words.length > 0 && words.every(isFixtureWord);
}

function isFixtureWord(word: string): boolean {
  if (/^\d/.test(word)) return word.length <= 2 || COUNTING.includes(word);
  return FIXTURE_WORDS.has(word.toLowerCase()) || (word.length >= 3 && COUNTING.includes(word.toLowerCase()));
}
