import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { inlineDocuments } from './build/inline-documents.ts';
import { lightConfigProvider } from './build/light-config-provider.ts';
import { pdfAssets } from './build/pdf-assets.ts';
import { quietIcons } from './build/quiet-icons.ts';

const GENERATED = fileURLToPath(new URL('./src/__generated__/gql.ts', import.meta.url));
/** Libraries and modules that no screen can do without; of graphql the syntax, since schemas are for the explorer alone. */
const CORE =
  /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@apollo\/client|graphql\/(?:language|error|jsutils)(?!\/(?:parser|lexer))|rxjs|optimism|@wry\/\w+|@ant-design\/(cssinjs|cssinjs-utils|colors|fast-color)|@ant-design\/icons\/es\/(components|utils|cssUtils)|antd\/es\/(theme|config-provider|button))\/|src\/ui\/core\/(?!messages|problems|nav-icons)[\w-]+\.tsx?$|src\/ui\/show\/(states|notices|kbd)\.tsx$|src\/app\/(apollo|i18n|pages|layout\/(shell|side-nav|top-bar|brand|offline-banner|use-language-switch))[\w/-]*\.tsx?$/;

/** Where `vite dev` finds the server; a build is served by the server itself. */
const SERVER = process.env.XINGHUO_SERVER ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [inlineDocuments(GENERATED), lightConfigProvider(), quietIcons(), react(), pdfAssets()],
  // rxjs offers its modern build under this name; without it every screen carries ES5 helpers.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every first screen needs travels together: fewer requests, and it compresses better.
          groups: [{ name: 'core', test: CORE }],
        },
      },
    },
  },
  optimizeDeps: {
    // Its `?worker` imports are Vite's own and mean nothing to the bundler that prepares dependencies.
    exclude: ['graphiql/setup-workers/vite'],
    // What such a worker imports and what is no module: a browser takes it only as prepared here.
    include: [
      'graphiql > @graphiql/react > monaco-graphql > picomatch-browser',
      'graphiql > @graphiql/react > graphql-language-service > nullthrows',
    ],
  },
  server: {
    proxy: Object.fromEntries(
      // `/graphql/stream` and all below a path go with it; screens stand at other addresses.
      [
        '/graphql',
        '/files',
        '/exports',
        '/imports/',
        '/print',
        '/bundles',
        '/reports',
        '/healthz',
        '/readyz',
        '/metrics',
      ].map((path) => [path, SERVER]),
    ),
  },
  test: {
    // Making a page costs more than most tests: those that draw ask for one (`@vitest-environment jsdom`).
    environment: 'node',
    testTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    setupFiles: ['./src/test-setup.ts'],
    restoreMocks: true,
  },
});
