import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** Compiled operations kept per schema; documents beyond this run interpreted after eviction of the oldest. */
const KEPT = 1000;
/** Longer documents, in characters, are interpreted and not kept: a thousand large ones would fill the memory. */
const LONGEST = 30_000;

interface Compiled {
  /** Null when the document can only be interpreted. */
  readonly query: CompiledQuery | null;
  /** Defaults of variables that may not be null: compiled execution forgets those. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

const INTERPRETED: Compiled = { query: null, defaults: {} };

/** Executes operations compiled once and kept by document hash. */
export class Executor {
  private readonly compiled = new Map<string, Compiled>();

  constructor(private readonly schema: GraphQLSchema) {}

  run(
    hash: string,
    document: DocumentNode,
    operationName: string | undefined,
    variables: Record<string, unknown>,
    context: unknown,
  ): Promise<ExecutionResult> | ExecutionResult {
    const short = (document.loc?.end ?? 0) <= LONGEST;
    const { query, defaults } = short
      ? this.get(`${hash}:${operationName ?? ''}`, document, operationName)
      : INTERPRETED;
    if (!query) {
      return execute({
        schema: this.schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName: operationName ?? null,
      });
    }
    const result = query.query({}, context, { ...defaults, ...variables });
    return result instanceof Promise ? result.then(wholeErrors) : wholeErrors(result);
  }

  private get(key: string, document: DocumentNode, operationName: string | undefined): Compiled {
    const kept = this.compiled.get(key);
    if (kept) return kept;
    const made = compileQuery(this.schema, document, operationName ?? '', {
      disableLeafSerialization: false,
      customJSONSerializer: false,
    });
    const compiled: Compiled = {
      query: isCompiledQuery(made) ? made : null,
      defaults: defaultsOf(document, operationName),
    };
    if (this.compiled.size >= KEPT) {
      const oldest = this.compiled.keys().next().value;
      if (oldest !== undefined) this.compiled.delete(oldest);
    }
    this.compiled.set(key, compiled);
    return compiled;
  }
}

function defaultsOf(
  document: DocumentNode,
  operationName: string | undefined,
): Readonly<Record<string, unknown>> {
  const defaults: Record<string, unknown> = {};
  for (const { type, variable, defaultValue } of getOperationAST(document, operationName)
    ?.variableDefinitions ?? []) {
    if (type.kind === Kind.NON_NULL_TYPE && defaultValue)
      defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return defaults;
}

/** Whether an error says that a variable's value is wrong: such errors have no place in the answer and no cause. */
export const isVariableError = (error: GraphQLError): boolean =>
  error.path === undefined && !error.originalError && error.message.startsWith('Variable "$');

/** Errors of compiled execution lack `extensions` when the cause has none. */
function wholeErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors?.some((error) => error.extensions === undefined)) return result;
  const errors = result.errors.map((error) =>
    error.extensions === undefined
      ? new GraphQLError(error.message, {
          path: error.path,
          originalError: error.originalError,
        })
      : error,
  );
  return { ...result, errors };
}
