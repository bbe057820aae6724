/** Invented names for the demonstration: no list of real people stands behind them. */
const FAMILY =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const GIVEN = [
  '望舒',
  '清越',
  '怀谷',
  '若拙',
  '知微',
  '采芹',
  '听澜',
  '思齐',
  '汀芷',
  '砚青',
  '云舟',
  '映秋',
  '予安',
  '含章',
  '疏桐',
  '景澄',
  '守拙',
  '照野',
  '问渠',
  '晴川',
  '栖迟',
  '书禾',
  '枕石',
  '沐川',
  '青原',
  '竹溪',
  '岚生',
  '溪亭',
  '砺行',
  '禾苗',
  '见深',
  '言蹊',
  '拾穗',
  '望野',
  '候潮',
  '新苔',
  '半夏',
  '牧云',
  '叙白',
  '远汀',
] as const;

/** The n-th invented name; neighbours differ in both parts, and 4,000 of them differ from one another. */
export function sampleName(n: number): string {
  const families = [...FAMILY];
  const given = GIVEN[(n * 7 + Math.floor(n / families.length)) % GIVEN.length] ?? '';
  return `${families[(n * 31) % families.length] ?? ''}${given}`;
}
