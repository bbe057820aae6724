/**
 * Checks that dependencies point one way. `node scripts/check-layers.mjs`
 *
 * client → shared; main → app → domains → platform → shared. A domain is imported through its index only, and only by
 * one that stands later in DOMAINS. No file may reach itself again through value imports.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The order in which a domain may import another: later ones from earlier ones, in every package. */
const DOMAINS = [
  'identity',
  'files',
  'jobs',
  'audit',
  'places',
  'units',
  'teams',
  'volunteers',
  'activities',
  'hours',
  'needs',
  'coordination',
  'competition',
  'library',
  'judging',
  'campaign',
  'overview',
];

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

const MAY = {
  server: {
    main: ['main', 'app', 'config', 'platform', 'migrations', 'cli'],
    cli: ['cli', 'app', 'domains', 'config', 'platform', 'migrations'],
    app: ['app', 'domains', 'platform', 'config', 'migrations'],
    domains: ['domains', 'platform'],
    migrations: ['migrations', 'platform'],
    config: ['config'],
    platform: ['platform'],
  },
  client: {
    main: ['main', 'app'],
    app: ['app', 'domains', 'ui', '__generated__'],
    domains: ['domains', 'ui', '__generated__'],
    ui: ['ui', '__generated__'],
  },
};

const faults = [];
const graph = new Map();

for (const file of globSync('{shared,server,client}/src/**/*.{ts,tsx}', { cwd: root })) {
  if (/\.test\.tsx?$|\/test-[a-z]+\.ts$|__generated__/.test(file)) continue;
  const values = [];
  for (const { specifier, typeOnly, lazy } of importsOf(file)) {
    const target = resolveImport(file, specifier);
    if (target === null) continue;
    const fault = ruleBroken(file, target);
    if (fault) faults.push(`${file} → ${target}: ${fault}`);
    if (!typeOnly && !lazy) values.push(target);
  }
  graph.set(file, values);
}
for (const cycle of cycles()) faults.push(`cycle: ${cycle.join(' → ')}`);

if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error(`\n${faults.length} imports against the layers; see scripts/check-layers.mjs.`);
  process.exit(1);
}

function importsOf(file) {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(IMPORT)].map(([whole, type, fixed, lazy]) => ({
    specifier: fixed ?? lazy,
    typeOnly: Boolean(type) || /\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}/.test(whole),
    lazy: fixed === undefined,
  }));
}

/** The project file an import means, or null for a library. */
function resolveImport(file, specifier) {
  if (specifier.startsWith('@xinghuo/shared/'))
    return `shared/src/${specifier.slice('@xinghuo/shared/'.length)}.ts`;
  if (specifier.startsWith('#server/')) return `server/src/${specifier.slice('#server/'.length)}`;
  if (specifier.startsWith('#client/')) return `client/src/${specifier.slice('#client/'.length)}`;
  if (!specifier.startsWith('.')) return null;
  const target = relative(root, resolve(root, dirname(file), specifier));
  return target;
}

/** Which part of which package a file belongs to. */
function placeOf(file) {
  const [pack, , first = '', second = ''] = file.split('/');
  if (pack === 'shared') return { pack, layer: DOMAINS.includes(first) ? 'domains' : first, domain: first };
  if (first === 'domains') return { pack, layer: 'domains', domain: second };
  return { pack, layer: first.includes('.') ? 'main' : first, domain: null };
}

function ruleBroken(file, target) {
  const from = placeOf(file);
  const to = placeOf(target);
  if (to.pack === 'shared' && from.pack !== 'shared') return null;
  if (from.pack !== to.pack) return 'packages meet only in shared';
  if (from.pack === 'shared') {
    if (from.layer !== 'domains')
      return to.layer === 'domains' && from.layer === 'kernel' ? 'the kernel knows no domain' : null;
    return to.layer === 'domains' ? orderFault(from.domain, to.domain) : null;
  }
  const allowed = MAY[from.pack][from.layer];
  if (allowed && !allowed.includes(to.layer)) return `${from.layer} may not import ${to.layer}`;
  if (to.layer !== 'domains' || from.domain === to.domain) return null;
  // In the client an index describes a domain whose screens are loaded when opened; what a domain shares are its parts
  // and hooks.
  const shares =
    from.pack === 'client' &&
    (from.layer === 'app' || /\/(parts\/[^/]+|(use|find)-[^/]+)\.tsx?$/.test(target));
  const throughIndex = /\/index\.tsx?$/.test(target) || shares;
  if (!throughIndex) return 'a domain is imported through its index';
  return from.layer === 'domains' ? orderFault(from.domain, to.domain) : null;
}

function orderFault(from, to) {
  if (from === to) return null;
  const [a, b] = [DOMAINS.indexOf(from), DOMAINS.indexOf(to)];
  if (a < 0) return `the domain ${from} is not in the list of scripts/check-layers.mjs`;
  if (b < 0) return `the domain ${to} is not in the list of scripts/check-layers.mjs`;
  return b < a ? null : `${from} stands before ${to} in the list`;
}

/** One cycle for every file where one closes. */
function* cycles() {
  const done = new Set();
  for (const start of graph.keys()) {
    const stack = [[start, 0]];
    const path = [start];
    const onPath = new Set([start]);
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const next = graph.get(top[0])?.[top[1]++];
      if (next === undefined || done.has(top[0])) {
        stack.pop();
        path.pop();
        onPath.delete(top[0]);
        done.add(top[0]);
      } else if (onPath.has(next)) {
        yield [...path.slice(path.indexOf(next)), next];
      } else if (!done.has(next) && graph.has(next)) {
        stack.push([next, 0]);
        path.push(next);
        onPath.add(next);
      }
    }
  }
}
