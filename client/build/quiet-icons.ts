import type { Plugin } from 'vite';

const ICON = /@ant-design\/icons\/es\/components\/AntdIcon(?:Light)?\.js$/;
const NAMED = /role: "img",\s*"aria-label": icon\.name/;

/**
 * Icons of Ant Design name themselves in English ("plus"), in the middle of the accessible name of every button that carries
 * one. Here an icon is silent unless it is given a name where it is used. Fails the build when the library changes.
 */
export function quietIcons(): Plugin {
  return {
    name: 'xinghuo-quiet-icons',
    enforce: 'pre',
    transform(code, id) {
      if (!ICON.test(id.split('?')[0] ?? id)) return null;
      if (!NAMED.test(code)) this.error('The icons of Ant Design no longer name themselves as expected.');
      const named = 'restProps["aria-label"] ? { role: "img" } : { "aria-hidden": true }';
      return { code: code.replace(NAMED, `...(${named})`), map: null };
    },
  };
}
