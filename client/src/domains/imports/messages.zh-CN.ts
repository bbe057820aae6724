import type { MessageTree } from '#client/ui/core/messages-type.ts';

/** Words of importing sheets. */
const zh = {
  title: '导入记录',
  hint: '每次导入都记下文件、行数和经手人。同一份表格可以再导一次：没有变化的行不会重复写入。',
  search: '搜索文件名或经手人',
  kinds: { units: '单位', teams: '队伍', entries: '参赛项目', judges: '评委', accounts: '账号' },
  importTitle: {
    units: '导入单位',
    teams: '导入队伍',
    entries: '导入参赛项目',
    judges: '导入评委',
    accounts: '导入账号',
  },
  key: {
    units: '按“单位名称”识别：已有的更新，没有的新增。',
    teams: '按“队伍编号”识别：已有的更新，没有的新增。',
    entries: '按届次、队伍编号和项目名称识别：草稿更新，没有的新增为草稿，由队伍补充方案后提交。',
    judges: '按届次和邮箱识别：已有的更新，没有的新增。',
    accounts: '按邮箱识别，一行一个角色：角色只增不减；新账号会收到设置密码的链接。',
  },
  steps:
    '先下载模板填写，再把文件放到这里检查。有问题的格子会逐一标出；确认之前不写入任何数据，确认后要么全部导入，要么一行也不导入。',
  check: '检查并导入',
  field: {
    kind: '内容',
    fileName: '文件',
    rows: '行数',
    created: '新增',
    updated: '更新',
    unchanged: '无变化',
    state: '状态',
    actor: '经手人',
    at: '时间',
    digest: '文件指纹',
  },
  start: '导入数据',
  open: '导入{{kind}}',
  empty: '还没有导入过数据',
  emptyHint: '单位、队伍、参赛项目、评委和账号都可以从 Excel 或 CSV 批量导入。',
  rowProblem: '第 {{row}} 行：{{why}}',
  unknownFailure: '写入时出错，没有写入任何数据。请重新导入。',
  result: {
    queuedTitle: '正在后台导入',
    queuedBody:
      '“{{file}}”共 {{rows}} 行，行数较多，正在后台写入，要么全部导入，要么一行也不导入。可以离开这一页，结果见导入记录。',
    title: '导入完成',
    body: '“{{file}}”共 {{rows}} 行：新增 {{created}}，更新 {{updated}}，无变化 {{unchanged}}。',
    list: '查看{{kind}}',
    again: '再导入一份',
    history: '导入记录',
  },
  unknown: '没有这种导入',
  forbidden: '您的账号不能导入{{kind}}',
} as const satisfies MessageTree;

export default zh;
