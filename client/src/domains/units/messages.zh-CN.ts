import type { MessageTree } from '#client/ui/core/messages-type.ts';

/** Words of the units domain. */
const zh = {
  title: '单位',
  hint: '协调机制的成员单位，以及志愿服务队伍的所属单位。',
  field: {
    name: '单位名称',
    nameEn: '英文名称',
    party: '主体类别',
    kind: '单位性质',
    role: '机制角色',
    region: '所在区域',
    duties: '职责',
    liaison: '联络员',
    updatedAt: '最近修改',
  },
  search: '搜索单位名称',
  create: '登记单位',
  import: '导入单位',
  edit: '修改',
  empty: '还没有登记单位',
  emptyHint: '登记成员单位后，可以写明职责、指定联络员，队伍也能归到单位名下。',
  dutyCount_other: '{{count}} 条',
  tab: { duties: '职责', teams: '队伍', history: '历史' },
  noDuties: '还没有写明职责',
  noDutiesHint: '职责按条列出，成员单位据此承担任务。',
  writeDuties: '填写职责',
  form: {
    createTitle: '登记单位',
    editTitle: '修改单位资料',
    createSubmit: '登记单位',
    editSubmit: '保存修改',
    addDuty: '添加一条职责',
    removeDuty: '删去第 {{number}} 条',
    moveUp: '上移第 {{number}} 条',
    duty: '第 {{number}} 条',
    created: '已登记“{{name}}”',
    saved: '已保存“{{name}}”',
    limited: '您可以修改本单位的职责和联络员；其他资料请联系市级协调员修改。',
    regionHint: '输入名称或统计代码查找',
  },
  teamsEmpty: '还没有队伍归在这个单位名下',
  teamsHint: '登记或修改队伍时选择所属单位，队伍就会列在这里。',
  team: { number: '编号', name: '队伍名称', state: '状态', members: '人数' },
} as const satisfies MessageTree;

export default zh;
