const long = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Everything a complete entry says, but its plan as a file. */
export const ENTRY_TEXT = {
  summary: long('汛期在江堤巡查险情，并把低洼处的独居老人接到安置点。', 60),
  need: long('沿江三个社区有两百多户住在低洼处，汛期人手不足。', 120),
  activities: long('六人一班沿堤巡查，每两小时报一次水位，夜间加密。', 120),
  innovation: long('把巡堤路线和网格走访路线合成一条。', 80),
  replicability: long('一个社区、十二名志愿者和一套对讲机就能开始。', 80),
  results: long('两个汛期报告险情九处，转移群众一百四十人次。', 80),
  plan: [
    { when: '2026-05', what: '招募并培训巡堤志愿者' },
    { when: '2026-06', what: '与社区联合演练' },
    { when: '2026-09', what: '总结并公布结果' },
  ],
  budget: [
    { item: '雨具与照明', amount: '5200.50' },
    { item: '志愿者保险', amount: '1800' },
  ],
  beneficiaries: ['PUBLIC'],
  contactName: '林若溪',
  contactPhone: '0555-1200345',
} as const;
