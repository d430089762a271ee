/** The name a file shares with its test: no folders, endings or words for "test". Lower case. */
export const toFileStem = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/[._-](?:test|tests|spec)(?=\.)|^test_|_test(?=\.)|Tests?(?=\.)/i, '')
    .replace(/\.\w+$/, '')
    .toLowerCase();
