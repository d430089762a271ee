import { defineConfig } from 'vite';

/**
 * The program in few files: loading each of its some hundreds of modules takes longer than what most commands do. What a command
 * does not need stays in files of its own. Every file lies two folders deep, as the sources do, so that paths relative to them hold.
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node22',
    minify: false,
    rolldownOptions: {
      input: { 'cli/main': 'src/cli/main.ts', 'app/scan-worker': 'src/app/scan-worker.ts', 'app/import-worker': 'src/app/import-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'app/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: ['zod', 'commander', 'hono', '@hono/node-server'] },
});
