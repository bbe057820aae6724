import { readFile } from 'node:fs/promises';
import { type Plugin, runnerImport } from 'vite';

/** A call of the generated `graphql` function with one template literal and no substitutions. */
const CALL = /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`((?:[^`$]|\$(?!\{))*)`\s*,?\s*\)/g;

/**
 * Puts each document where it is used. Otherwise all documents of the product would stand in one module that the
 * first screen loads; this way a screen carries its own and no more.
 */
export function inlineDocuments(generated: string): Plugin {
  let lookUp: (source: string) => unknown;
  return {
    name: 'xinghuo-inline-documents',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      await readFile(generated).catch(() => this.error(`${generated} is missing: run scripts/codegen.mjs`));
      const { module } = await runnerImport<{ graphql: (source: string) => unknown }>(generated);
      lookUp = module.graphql;
    },
    transform(code, id) {
      if (id.includes('__generated__') || !/\.tsx?$/.test(id) || !code.includes('graphql(')) return null;
      return {
        code: code.replace(CALL, (_call, source: string) => {
          const document = JSON.stringify(lookUp(source));
          if (document === '{}') this.error(`A document in ${id} is unknown: run scripts/codegen.mjs`);
          return `(${document})`;
        }),
        map: null,
      };
    },
  };
}
