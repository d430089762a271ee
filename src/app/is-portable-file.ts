export { isPortableFile } from '../journal/portable-file.ts';
