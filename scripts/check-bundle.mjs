/**
 * Holds the budget of the first screen: what a browser must fetch and run before anything can be used, compressed.
 * Reads vite's manifest; run after the client is built: `node scripts/check-bundle.mjs [--json]`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** kB of script as it is sent: the Brotli copy that the build leaves beside each; 1 kB = 1000 bytes. */
const BUDGET = 250;

/** The screens somebody may open first, by the modules that are loaded for each beside the entry. */
const FIRST_SCREENS = {
  'sign-in': ['src/app/session/sign-in-page.tsx'],
  home: ['src/app/layout/shell.tsx', 'src/app/pages/home-page.tsx'],
  public: ['src/app/layout/public-shell.tsx'],
};

/** What every first screen waits for: the words of the default language, Ant Design's included. */
const WORDS = ['src/ui/core/messages.zh-CN.ts', 'src/app/messages.zh-CN.ts', 'antd/es/locale/zh_CN.js'];
const ENTRY = 'index.html';

const dist = new URL('../client/dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** A module of a library is named by the end of its path, since the rest depends on how it is installed. */
function collect(name, found) {
  const key = name in manifest ? name : Object.keys(manifest).find((one) => one.endsWith(`/${name}`));
  const chunk = manifest[key];
  if (!chunk)
    throw new Error(
      `The manifest has no ${name}: was the module renamed? See ${fileURLToPath(import.meta.url)}`,
    );
  if (found.has(chunk.file)) return;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, found);
}

const sizes = new Map();
function compressed(file) {
  if (!sizes.has(file)) {
    const sent = existsSync(new URL(`${file}.br`, dist)) ? `${file}.br` : file;
    sizes.set(file, readFileSync(new URL(sent, dist)).length);
  }
  return sizes.get(file);
}

const screens = Object.entries(FIRST_SCREENS).map(([screen, modules]) => {
  const files = new Set();
  for (const key of [ENTRY, ...WORDS, ...modules]) collect(key, files);
  const scripts = [...files].filter((file) => file.endsWith('.js'));
  const bytes = scripts.reduce((sum, file) => sum + compressed(file), 0);
  return { screen, kilobytes: Math.round(bytes / 100) / 10, scripts: scripts.length };
});
const over = screens.filter(({ kilobytes }) => kilobytes > BUDGET);

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ budget: BUDGET, screens }));
} else {
  for (const { screen, kilobytes, scripts } of screens) {
    console.log(
      `${screen.padEnd(8)} ${kilobytes.toFixed(1).padStart(6)} kB of ${BUDGET} in ${scripts} scripts`,
    );
  }
  for (const { screen } of over)
    console.error(`The first screen "${screen}" is over its budget of ${BUDGET} kB.`);
}
process.exit(over.length > 0 ? 1 : 0);
