/** Invented names for the demonstration: no list of real people stands behind them. */
const FAMILY =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const GIVEN = [
  '晓晨',
  '思源',
  '雨桐',
  '志远',
  '嘉禾',
  '清扬',
  '若溪',
  '浩宇',
  '文静',
  '立新',
  '春燕',
  '国栋',
  '秀梅',
  '海涛',
  '雪莹',
  '建军',
  '玉兰',
  '子涵',
  '明哲',
  '佳怡',
  '永康',
  '红霞',
  '俊杰',
  '丽华',
  '德胜',
  '桂芳',
  '天佑',
  '欣然',
  '长河',
  '慧敏',
  '世杰',
  '秋月',
  '正阳',
  '小满',
  '安然',
  '一鸣',
  '采薇',
  '景行',
  '乐山',
  '知夏',
] as const;

/** The n-th invented name; neighbours differ in both parts, and 4,000 of them differ from one another. */
export function sampleName(n: number): string {
  const families = [...FAMILY];
  const given = GIVEN[(n * 7 + Math.floor(n / families.length)) % GIVEN.length] ?? '';
  return `${families[(n * 31) % families.length] ?? ''}${given}`;
}
