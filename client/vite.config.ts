import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { inlineDocuments } from './build/inline-documents.ts';
import { pdfAssets } from './build/pdf-assets.ts';

const GENERATED = fileURLToPath(new URL('./src/__generated__/gql.ts', import.meta.url));
/** Where `vite dev` finds the server; a build is served by the server itself. */
const SERVER = process.env['XINGHUO_SERVER'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [inlineDocuments(GENERATED), react(), pdfAssets()],
  build: {
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 1500,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/files', '/exports', '/imports', '/documents', '/healthz'].map((path) => [path, SERVER]),
    ),
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    setupFiles: ['./src/test-setup.ts'],
    restoreMocks: true,
  },
});
