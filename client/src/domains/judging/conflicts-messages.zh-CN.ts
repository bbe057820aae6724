/** Words of conflicts of interest. */
const conflicts = {
  title: '回避',
  hint: '有回避关系的评委不会分到该项目；撤销的记录保留在表里。',
  judge: '评委',
  entry: '项目',
  source: '来源',
  reason: '理由',
  reasonHint: '写清是什么关系，会记入审计日志。',
  createdAt: '登记时间',
  state: '状态',
  holds: '有效',
  withdrawn: '已撤销',
  add: '登记回避',
  addSubmit: '登记回避',
  added: '已登记回避',
  remove: '撤销回避',
  removeTitle_other: '撤销 {{count}} 条回避：今后可以把这些项目分给这些评委',
  nothingHeld: '该评委没有分到这个项目，不影响现有分配。',
  heldIn: '{{round}}：{{state}}',
  heldFreed: '登记后这份分配会收回，该项目需要另派评委。',
  heldSubmitted: '评委已提交评分，登记会被拒绝：请先在评审进度里退回这份评分表。',
  find: '系统比对',
  findRun: '比对并登记',
  findWhat:
    '比对本届全部评委与参赛项目：同一单位、现任或曾任队员、队伍负责人、项目填报人。已登记或已撤销的组合不再重复。',
  findEffect:
    '找到的会立即登记为回避；尚未提交的分配同时收回，已提交的评分不动，逐份列出由您处理。登记后仍可逐条撤销。',
  foundCount_other: '新找到 {{count}} 条回避。',
  released_other: '收回 {{count}} 份尚未提交的分配。',
  blocked_other: '{{count}} 份已提交的评分涉及回避：先退回，再比对一次。',
  close: '完成',
  cancel: '取消',
  empty: '没有回避记录',
  emptyHint: '评委可以自己申报；您也可以登记，或让系统比对单位和队员。',
} as const;

export default conflicts;
