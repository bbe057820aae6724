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
} as const satisfies MessageTree;

export default zh;
