import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types of every document in `src`, from the committed contract. Fragments are masked by Apollo Client
 * (`dataMasking`), so the generated types only say which parts a component may read.
 */
const config: CodegenConfig = {
  schema: '../server/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/**/*.test.{ts,tsx}', '!src/__generated__/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/__generated__/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        inlineFragmentTypes: 'mask',
        customDirectives: { apolloUnmask: true },
        defaultScalarType: 'unknown',
        scalars: {
          ID: 'string',
          DateTime: 'string',
          Date: 'string',
          Day: 'string',
          LocalDate: 'string',
          UUID: 'string',
          Decimal: 'string',
          BigInt: 'string',
          JSON: 'unknown',
          JSONObject: 'Record<string, unknown>',
          ProblemParams: 'Record<string, string | number | boolean | null>',
        },
      },
    },
  },
};

export default config;
