import { limitSettings } from './limit-settings.ts';
import {
  address,
  flag,
  integer,
  key,
  mailAddress,
  oneOf,
  proxies,
  secretText,
  setting,
  text,
} from './setting.ts';

/** Every setting of the product, in the order in which they are documented. */
export const settings = {
  environment: setting({
    name: 'NODE_ENV',
    fallback: 'development',
    meaning: {
      zh: '运行环境。production 不建演示账号，且必须给出各项密钥。',
      en: 'Kind of run. In production there are no demonstration accounts and secrets are demanded.',
    },
    parse: oneOf('development', 'test', 'production'),
  }),
  port: setting({
    name: 'PORT',
    fallback: '4000',
    meaning: { zh: '监听端口；0 表示任取一个空闲端口。', en: 'Port to listen on; 0 takes a free one.' },
    parse: integer(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    fallback: '0.0.0.0',
    meaning: { zh: '监听地址。', en: 'Address to listen on.' },
    parse: text,
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    fallbackMeaning: { zh: 'http://localhost:端口', en: 'http://localhost:PORT' },
    meaning: {
      zh: '用户在浏览器里打开的网址，用于邀请链接和邮件。',
      en: 'Address under which people open the product; used in invitation links and mail.',
    },
    demandedInProduction: true,
    parse: address('http', 'https'),
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    fallback: './data',
    meaning: {
      zh: '数据目录：内嵌数据库、附件和待发邮件。',
      en: 'Directory of the embedded database, of attachments and of mail not sent.',
    },
    parse: text,
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    secret: true,
    fallbackMeaning: { zh: '使用 DATA_DIR 中的内嵌数据库', en: 'the embedded database in DATA_DIR' },
    meaning: { zh: 'PostgreSQL 地址。', en: 'Address of a PostgreSQL server.' },
    parse: address('postgres', 'postgresql'),
  }),
  databasePool: setting({
    name: 'DATABASE_POOL',
    fallback: '10',
    meaning: {
      zh: '每个进程最多使用的 PostgreSQL 连接数。',
      en: 'Most PostgreSQL connections of one process.',
    },
    parse: integer(1, 500),
  }),
  statementTimeout: setting({
    name: 'STATEMENT_TIMEOUT',
    fallback: '30000',
    meaning: {
      zh: 'PostgreSQL 单条语句的最长时间（毫秒）。',
      en: 'Longest PostgreSQL statement, in milliseconds.',
    },
    parse: integer(100, 3_600_000),
  }),
  transactionLimit: setting({
    name: 'TRANSACTION_LIMIT',
    fallback: '30000',
    meaning: {
      zh: '单个事务的最长时间（毫秒），超时回滚。',
      en: 'Longest transaction, in milliseconds; longer ones are rolled back.',
    },
    parse: integer(100, 3_600_000),
  }),
  sessionSecret: setting({
    name: 'SESSION_SECRET',
    secret: true,
    demandedInProduction: true,
    fallbackMeaning: {
      zh: '生成一次，存于 DATA_DIR/secrets.json',
      en: 'made once, kept in DATA_DIR/secrets.json',
    },
    meaning: { zh: '登录会话和链接签名的密钥。', en: 'Secret that signs sessions and links.' },
    parse: secretText,
  }),
  fieldKey: setting({
    name: 'FIELD_KEY',
    secret: true,
    demandedInProduction: true,
    fallbackMeaning: {
      zh: '生成一次，存于 DATA_DIR/secrets.json',
      en: 'made once, kept in DATA_DIR/secrets.json',
    },
    meaning: {
      zh: '个人信息字段的加密密钥（32 字节）。丢失后这些字段无法恢复。',
      en: 'Key that encrypts personal data (32 bytes). Without it those fields cannot be read again.',
    },
    parse: key,
  }),
  hashKey: setting({
    name: 'HASH_KEY',
    secret: true,
    demandedInProduction: true,
    fallbackMeaning: {
      zh: '生成一次，存于 DATA_DIR/secrets.json',
      en: 'made once, kept in DATA_DIR/secrets.json',
    },
    meaning: {
      zh: '证件号等查重摘要的密钥（32 字节），投入使用后不得更换。',
      en: 'Key of the digests that find equal identity numbers (32 bytes); never change it once in use.',
    },
    parse: key,
  }),
  filesDriver: setting({
    name: 'FILES_DRIVER',
    fallback: 'disk',
    meaning: {
      zh: '附件存放处：disk 为 DATA_DIR/files，s3 为对象存储。',
      en: 'Where attachments lie: disk is DATA_DIR/files, s3 is object storage.',
    },
    parse: oneOf('disk', 's3'),
  }),
  s3Bucket: setting({
    name: 'S3_BUCKET',
    meaning: { zh: '对象存储桶（FILES_DRIVER=s3 时必填）。', en: 'Bucket; needed with FILES_DRIVER=s3.' },
    parse: text,
  }),
  s3Region: setting({
    name: 'S3_REGION',
    fallback: 'us-east-1',
    meaning: { zh: '对象存储区域。', en: 'Region of the bucket.' },
    parse: text,
  }),
  s3Endpoint: setting({
    name: 'S3_ENDPOINT',
    meaning: {
      zh: 'S3 兼容服务的地址；不填为亚马逊。',
      en: 'Address of an S3-compatible service; absent for Amazon.',
    },
    parse: address('http', 'https'),
  }),
  s3PathStyle: setting({
    name: 'S3_PATH_STYLE',
    fallback: 'true',
    meaning: {
      zh: '桶名写在路径里（MinIO 等需要）。',
      en: 'Write the bucket into the path, as MinIO and most others want.',
    },
    parse: flag,
  }),
  s3AccessKeyId: setting({
    name: 'S3_ACCESS_KEY_ID',
    secret: true,
    meaning: {
      zh: '对象存储访问密钥编号（FILES_DRIVER=s3 时必填）。',
      en: 'Access key; needed with FILES_DRIVER=s3.',
    },
    parse: text,
  }),
  s3SecretAccessKey: setting({
    name: 'S3_SECRET_ACCESS_KEY',
    secret: true,
    meaning: {
      zh: '对象存储访问密钥（FILES_DRIVER=s3 时必填）。',
      en: 'Secret key; needed with FILES_DRIVER=s3.',
    },
    parse: text,
  }),
  smtpUrl: setting({
    name: 'SMTP_URL',
    secret: true,
    fallbackMeaning: { zh: '邮件写入 DATA_DIR/outbox', en: 'mail is written to DATA_DIR/outbox' },
    meaning: { zh: '发信服务器地址。', en: 'Address of the mail server.' },
    parse: address('smtp', 'smtps'),
  }),
  mailFrom: setting({
    name: 'MAIL_FROM',
    fallback: '星火 <xinghuo@localhost>',
    meaning: {
      zh: '发件人（设了 SMTP_URL 时应改为真实地址）。',
      en: 'Sender of mail; give a real one with SMTP_URL.',
    },
    parse: mailAddress,
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    fallback: 'info',
    meaning: { zh: '日志级别。', en: 'Least level that is logged.' },
    parse: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
  }),
  trustProxy: setting({
    name: 'TRUST_PROXY',
    fallback: 'false',
    meaning: {
      zh: '前面的反向代理：false、true、层数或地址列表。',
      en: 'Reverse proxies in front: false, true, how many, or their addresses.',
    },
    parse: proxies,
  }),
  demo: setting({
    name: 'DEMO',
    fallbackMeaning: { zh: '非生产环境为 true', en: 'true outside production' },
    meaning: {
      zh: '首次启动时装入演示数据和演示账号；生产环境不允许。',
      en: 'Load demonstration data and accounts on the first start; refused in production.',
    },
    parse: flag,
  }),
  ...limitSettings,
};
