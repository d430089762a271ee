// `npm run build`: dist from the sources, always.
import { buildWhenChanged } from './setup/build-when-changed.mjs';
import { prepare, root, say } from './setup/prepare.mjs';

buildWhenChanged(root, prepare(), say, { force: true });
