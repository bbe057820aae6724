/** Words of the panels. */
const panels = {
  title: '评审组',
  hint: '每一轮每个类别由谁来评。设了评审组，自动分配只在组内选人；不设则全部评委都可以。',
  bySeat: '各类别的评审组',
  category: '类别',
  members: '成员',
  membersHint: '一位评委可以在几个组；不选任何人就是不设评审组。',
  knowing: '专长：{{category}}',
  others: '其他评委',
  name: '评审组名称',
  nameHint: '可不填。',
  room: '可评 / 需要（人次）',
  conflicts: '组内回避',
  state: '够不够',
  step: '操作',
  coverage: { EMPTY: '不限', FEW: '人数不够', NO_ROOM: '容量不够', ENOUGH: '足够' },
  open: '未设评审组，全部评委可评',
  edit: '调整',
  editTitle: '{{category}}评审组',
  save: '保存评审组',
  legend: '加粗的是专长包含该类别的评委。同时在几个组的评委，容量按组平分计算；回避会占去可评人次。',
  takeOver: '沿用{{round}}的评审组',
  tookOver: '已沿用{{round}}的评审组',
} as const;

export default panels;
