/** Words of objections. */
const objections = {
  title: '异议',
  hint: '公示期内收到的异议。联系方式只有大赛工作人员能看到。',
  search: '搜索异议内容',
  text: '异议内容',
  state: '状态',
  entry: '涉及项目',
  wholeEdition: '整届大赛',
  author: '提出人',
  contact: '联系方式',
  createdAt: '收到时间',
  decidedAt: '处理时间',
  decision: '处理意见',
  undecided: '尚未处理',
  pageTitle: '对“{{about}}”的异议',
  confirmUphold: '认定异议成立：写明认定依据和处理办法',
  confirmDismiss: '不予支持这条异议：写明理由',
  afterUphold: '异议成立：公示期内可以通过合议调整奖项，结果会重算并重新固定。',
  empty: '没有收到异议',
  emptyHint: '公示期内，任何人都可以在公示页面提出异议，会列在这里。',
} as const;

export default objections;
