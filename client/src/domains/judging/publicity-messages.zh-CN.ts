/** Words of the public notice and the publication. */
const publicity = {
  title: '公示与公布',
  hint: '公示把正式结果固定下来，向社会公开并受理异议；异议处理完、公示期满后正式公布。',
  notReady: '还不能公示',
  notOver: '还不能正式公布',
  published: '已于 {{at}} 正式公布',
  waiting: '待处理的异议',
  objections: '全部异议',
  unit_other: '条',
  period: '公示期和公告',
  change: '修改',
  from: '公示开始',
  to: '公示结束',
  notice: '公告',
  seen: '公众看到的获奖名单',
  seenHint:
    '公示期间公众看到获奖项目、队伍、类别和奖项，以及评审统计和结果文件的摘要；看不到各项目的分数、评委和未获奖项目。正式公布后，含全部评分的结果文件开放下载，其中评委和未获奖项目只有代号。',
  seenHintClosed:
    '公众看到获奖项目、队伍、类别和奖项，以及评审统计；含全部评分的结果文件可以下载，其中评委和未获奖项目只有代号。',
  open: '打开公开页面',
  team: '队伍',
  noAwards: '还没有获奖名单：先计算总成绩。',
} as const;

export default publicity;
