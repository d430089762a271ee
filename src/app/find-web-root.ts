import { fileURLToPath } from 'node:url';

/** Folder of the built web app: in the package, beside the sources as beside the build. */
export const findWebRoot = (): string => fileURLToPath(new URL('../../dist/web', import.meta.url));
