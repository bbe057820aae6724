import { flag, integer, setting } from './setting.ts';

/** Settings that bound what one person, request or query may take. */
export const limitSettings = {
  sessionHours: setting({
    name: 'SESSION_HOURS',
    fallback: '12',
    meaning: { zh: '登录后保持的小时数。', en: 'Hours that a sign-in lasts.' },
    parse: integer(1, 720),
  }),
  maxRequestBytes: setting({
    name: 'MAX_REQUEST_BYTES',
    fallback: '1000000',
    meaning: {
      zh: '单个请求正文的上限（字节），文件除外。',
      en: 'Largest request body, in bytes; files have their own.',
    },
    parse: integer(10_000, 100_000_000),
  }),
  maxFileBytes: setting({
    name: 'MAX_FILE_BYTES',
    fallback: '52428800',
    meaning: { zh: '单个附件的上限（字节）。', en: 'Largest attachment, in bytes.' },
    parse: integer(100_000, 2_000_000_000),
  }),
  maxExportRows: setting({
    name: 'MAX_EXPORT_ROWS',
    fallback: '50000',
    meaning: { zh: '一次导出 Excel 的行数上限。', en: 'Most rows of one Excel export.' },
    parse: integer(100, 1_000_000),
  }),
  maxCost: setting({
    name: 'MAX_QUERY_COST',
    fallback: '100000',
    meaning: { zh: '单个 GraphQL 操作的最高成本。', en: 'The most one GraphQL operation may cost.' },
    parse: integer(100, 10_000_000),
  }),
  maxDepth: setting({
    name: 'MAX_QUERY_DEPTH',
    fallback: '12',
    meaning: { zh: 'GraphQL 查询的最大深度。', en: 'Deepest nesting of a GraphQL operation.' },
    parse: integer(3, 50),
  }),
  maxAliases: setting({
    name: 'MAX_QUERY_ALIASES',
    fallback: '15',
    meaning: { zh: '单个操作的别名上限。', en: 'Most aliases in a GraphQL operation.' },
    parse: integer(1, 1_000),
  }),
  maxDirectives: setting({
    name: 'MAX_QUERY_DIRECTIVES',
    fallback: '5',
    meaning: { zh: '单个操作的指令上限。', en: 'Most directives in a GraphQL operation.' },
    parse: integer(1, 1_000),
  }),
  maxTokens: setting({
    name: 'MAX_QUERY_TOKENS',
    fallback: '2000',
    meaning: { zh: '单个操作的词法单元上限。', en: 'Most tokens in a GraphQL operation.' },
    parse: integer(100, 100_000),
  }),
  openIntrospection: setting({
    name: 'OPEN_INTROSPECTION',
    fallbackMeaning: { zh: '非生产环境为 true', en: 'true outside production' },
    meaning: {
      zh: '未登录能否查询接口结构。',
      en: 'Whether the schema may be introspected without signing in.',
    },
    parse: flag,
  }),
  pointsSignedIn: setting({
    name: 'POINTS_PER_MINUTE',
    fallback: '2000000',
    meaning: {
      zh: '每个账号或令牌每分钟的成本额度。',
      en: 'Cost that an account or token may spend in a minute.',
    },
    parse: integer(100, 1_000_000_000),
  }),
  pointsVisitor: setting({
    name: 'POINTS_PER_MINUTE_VISITOR',
    fallback: '200000',
    meaning: {
      zh: '未登录时每个地址每分钟的成本额度。',
      en: "Cost that a visitor's address may spend in a minute.",
    },
    parse: integer(100, 1_000_000_000),
  }),
};
