const NAME = String.raw`[A-Za-z_$][\w$]{0,79}`;
const MODIFIER =
  'export|default|declare|abstract|public|private|protected|internal|static|final|sealed|override|virtual|async|unsafe|extern|const|inline|partial|pub|local';
const MODIFIERS = String.raw`(?:(?:${MODIFIER})(?:\([\w:]{1,20}\))?\s+){0,5}`;
const TYPE = String.raw`[\w$<>[\],?*&:]+\s+[*&]?`;
const PARAMETERS = String.raw`\s*(?:<[^>()]{1,80}>)?\(`;

const NAMED: readonly RegExp[] = [
  // Go's methods carry their receiver before the name.
  new RegExp(String.raw`^func\s+\([^)]{1,60}\)\s*(${NAME})`),
  new RegExp(
    String.raw`^${MODIFIERS}(?:function\s*\*?|def|fn|func|fun|class|interface|struct|enum|trait|impl|record|object|module|namespace|type)\s+(?:self\.)?(${NAME})`,
  ),
  new RegExp(String.raw`^${MODIFIERS}(?:const|let|var|val)\s+(${NAME})\s*(?::[^=]{1,200})?=\s*(?:async\s*)?(?:function\b|\(|${NAME}\s*=>|<)`),
];
/** No word says that these define something, only their form: a body opens, or a type stands before the name. */
const METHODS: readonly RegExp[] = [
  new RegExp(String.raw`^${MODIFIERS}(?:${TYPE}){0,3}(?:(?:get|set)\s+|[*#~])?(${NAME})${PARAMETERS}(?!.*(?:=>|\bfunction\b)).*\)[^=;()]*\{\s*$`),
  new RegExp(String.raw`^(?=(?:${MODIFIER})\s)${MODIFIERS}(?:${TYPE}){0,3}(?:(?:get|set)\s+|[*#~])?(${NAME})${PARAMETERS}[^;=]*[(,)]\s*$`),
  new RegExp(String.raw`^(?:${TYPE}){1,3}(${NAME})${PARAMETERS}[^;=]*\)\s*$`),
];

/** Words that look like a call with a block after it, and define nothing. */
const CONTROL = new Set(
  'if else for foreach while do switch case catch try return throw new await yield using lock with match loop unless until when elif except assert super this typeof sizeof not and or in from import delete go defer func function fn def'.split(
    ' ',
  ),
);
const LONGEST = 300;

/** The name of what a line of code defines, without what it lies in; null where it defines nothing that holds other lines. */
export function nameDefinition(line: string): string | null {
  const head = line.slice(0, LONGEST);
  const named = firstMatch(NAMED, head);
  if (named !== null) return named;
  if (CONTROL.has(/^[A-Za-z_$]+/.exec(head)?.[0] ?? '')) return null;
  return firstMatch(METHODS, head);
}

function firstMatch(patterns: readonly RegExp[], head: string): string | null {
  for (const pattern of patterns) {
    const name = pattern.exec(head)?.[1];
    if (name !== undefined && !CONTROL.has(name)) return name;
  }
  return null;
}
