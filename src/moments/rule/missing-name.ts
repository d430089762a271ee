/** Errors that say a name does not exist: what they call it, in the words of many compilers, interpreters and tools. */
const PATTERNS: readonly RegExp[] = [
  // modules
  /(?:cannot find (?:module|package)|module not found|no module named|could not resolve|can't resolve|unresolved import|no required module provides package)[^'"`\n]{0,30}['"`]?(?<name>[\w@./:-]+)/i,
  /cannot import name ['"`]?(?<name>\w+)/i,
  // names and members
  /(?:undefined: |cannot find name |cannot find (?:value|function|type|macro|struct) |use of undeclared identifier |undefined (?:reference to|variable|method|local variable or method) )['"`]?(?<name>[\w.:]+)/i,
  /\b(?<name>\w+)['"`]? is not defined\b/i,
  /property ['"`]?(?<name>\w+)['"`]? does not exist/i,
  /has no (?:attribute|exported member(?: named)?|member(?: named)?|field(?: or method)?|property) ['"`]?(?<name>\w+)/i,
  /no (?:method|function|field|associated item|variant)(?: or \w+)? (?:named )?['"`](?<name>\w+)/i,
  /\b(?:\w+\.)*(?<name>\w+) is not a function\b/i,
  /(?:unexpected|unknown) keyword argument:? ['"`]?(?<name>\w+)/i,
  /(?:not enough|too many) arguments in call to (?:[\w]+\.)*(?<name>\w+)/i,
];

/** The first name an output calls missing, as the output writes it. */
export function findMissingName(output: string): string | null {
  for (const pattern of PATTERNS) {
    const name = pattern.exec(output)?.groups?.['name'];
    if (name) return name;
  }
  return null;
}
