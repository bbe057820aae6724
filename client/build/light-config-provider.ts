import type { Plugin } from 'vite';

const STAND_IN = '\0xinghuo-unique-tooltips';

/**
 * Ant Design's ConfigProvider carries the machinery that lets tooltips slide from one to the next (`tooltip.unique`),
 * and with it all positioning code. The product does not switch it on, so the first screen need not load it; screens
 * with tooltips and menus bring the positioning code themselves. `scripts/check-bundle.mjs` notices if this no longer
 * takes hold.
 */
export function lightConfigProvider(): Plugin {
  return {
    name: 'xinghuo-light-config-provider',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const ours =
        source === '../tooltip/UniqueProvider' && /antd\/es\/config-provider\//.test(importer ?? '');
      return ours ? STAND_IN : null;
    },
    load(id) {
      return id === STAND_IN ? 'export default ({ children }) => children;' : null;
    },
  };
}
