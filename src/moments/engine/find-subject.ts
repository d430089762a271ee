/** A name in code marks, a path, or a name as code writes them. */
const MARKED = /`([^`\s]*[A-Za-z][^`\s]*)`/;
const WRITTEN_AS_CODE =
  /(?<![\w/.-])((?:[\w.-]+\/)*[\w-]+\.[a-z]{1,4}(?![\w/.])|[a-z]+(?:[A-Z][a-z0-9]+)+|[a-z0-9]+(?:_[a-z0-9]+)+|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)(?![\w/])/;
const LONGEST = 40;

/** The first thing of the code that a sentence names, in code marks; empty where it names none. */
export function findSubject(said: string): string {
  const name = MARKED.exec(said)?.[1] ?? WRITTEN_AS_CODE.exec(said.slice(0, 400))?.[1] ?? '';
  return name === '' || name.length > LONGEST ? '' : `\`${name}\``;
}
