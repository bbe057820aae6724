import type { MessageTree } from '#client/ui/core/messages-type.ts';

/** Words of the jobs domain. */
const zh = {
  title: '后台任务',
  hint: '邮件、提醒、期限等自动完成的工作。失败的任务会自动重试几次，仍不成功的留在这里等人处理。',
  search: '搜索任务名称',
  field: {
    name: '任务',
    state: '状态',
    attempts: '尝试次数',
    error: '最近一次失败',
    createdAt: '加入时间',
    startAfter: '不早于',
    startedAt: '开始时间',
    finishedAt: '结束时间',
    data: '内容',
  },
  retry: '重新执行',
  retryTitle_other: '重新执行 {{count}} 项任务',
  retried: '已重新排入队列',
  empty: '还没有后台任务',
  emptyHint: '发出第一封邮件或设定第一个期限后，任务会列在这里。',
  details: '查看内容',
  home: {
    title: '系统运行',
    waiting: '待处理',
    waitingNone: '没有等待处理的事项',
    failed_other: '{{count}} 项后台任务未能完成',
    locked_other: '{{count}} 个账号因多次输错密码被锁定',
    expired_other: '{{count}} 份邀请已过期，尚未接受',
    soon: '即将到期',
    soonNone: '近期没有到期的令牌和邀请',
    tokens_other: '{{count}} 个访问令牌将在 14 天内到期',
    invitations_other: '{{count}} 份邀请将在 3 天内到期',
    standing: '运行情况',
    accounts: '在用账号',
    queued: '排队和重试中的任务',
    sealed: '审计链长度',
    sealedBase: '{{count}} 条等待入链',
    sealedAll: '全部已入链',
    files: '附件',
    fileSize: '附件占用',
    databaseSize: '数据库占用',
    check: '核对审计链',
  },
} as const satisfies MessageTree;

export default zh;
