/** Of a text with headings the first, of any other its first line. */
export function findHeading(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const heading = lines.find((line) => /^#{1,3} \S/.test(line)) ?? lines.find(Boolean) ?? '';
  return heading.replace(/^#+\s*/, '').replace(/^plan: /i, '');
}
