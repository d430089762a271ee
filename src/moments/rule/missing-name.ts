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

const OPTIONS: readonly RegExp[] = [
  /(?:unknown|unrecognized|unrecognised|invalid|illegal|no such) (?:long |short(?:hand)? )?(?:option|flag|argument|arguments|switch):?[^\w\n-]{0,6}(?<name>--?[\w-]+)/i,
  /(?:unexpected|unrecognized) arguments?:? ['"`]?(?<name>--?[\w-]+)/i,
  /(?:unknown|unrecognized|invalid) (?:sub)?command:? ['"`]?(?<name>[\w:-]+)/i,
  /(?:\bflag provided but not defined: )(?<name>-[\w-]+)/i,
  /missing script: ['"`]?(?<name>[\w:-]+)/i,
];

export interface MissingName {
  readonly name: string;
  /** In code somebody wrote, or in the command line itself. */
  readonly where: 'code' | 'command';
}

export function findMissingName(output: string): MissingName | null {
  for (const [patterns, where] of [
    [PATTERNS, 'code'],
    [OPTIONS, 'command'],
  ] as const) {
    for (const pattern of patterns) {
      const name = pattern.exec(output)?.groups?.['name'];
      if (name) return { name, where };
    }
  }
  return null;
}
