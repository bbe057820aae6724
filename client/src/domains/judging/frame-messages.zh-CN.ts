/** Words that the coordinator's screens of judging share. */
const frame = {
  round: '轮次',
  noRounds: '这一届还没有设置评审轮次',
  noRoundsHint: '先在大赛设置里定好轮次、评分标准和每个项目的评委数。',
  lookup: '输入姓名、编号或名称查找',
  separator: '、',
  none: '无',
} as const;

export default frame;
