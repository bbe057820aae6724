import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { PrintBlock, PrintDocument } from './print-document.ts';
import { renderPdfBuffer } from './render-pdf.ts';

const createdAt = new Date('2026-11-24T01:30:00Z');
const withBlocks = (...blocks: PrintBlock[]): PrintDocument => ({
  title: '测试文件',
  language: 'zh',
  createdAt,
  blocks,
});

interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
}

/** What stands on each page and where, as a viewer sees it. */
async function pagesOf(document: PrintDocument): Promise<Piece[][]> {
  const data = new Uint8Array(await renderPdfBuffer(document));
  const task = getDocument({ data, useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const pages: Piece[][] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str !== ''
          ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width }]
          : [],
      ),
    );
  }
  await task.destroy();
  return pages;
}

/** Without blanks: viewers put some between columns and drop those at the ends of lines. */
const textOf = (page: Piece[] | undefined) => bare((page ?? []).map(({ text }) => text).join(''));
const bare = (text: string) => text.replace(/\s/g, '');

const paragraph =
  '本项目面向六个街道的独居老人，由社区网格员、社工站与志愿服务队共同摸排需求，建立“一户一档”，每周上门两次，' +
  '提供助餐、助医、助洁与陪伴服务；累计服务 1,286 人次，居民满意度达 98.6%。';

describe('renderPdf', () => {
  it('embeds subsets of Chinese type, rare names included, that can be read back', async () => {
    const document = withBlocks(
      { kind: 'title', text: '评分表' },
      { kind: 'paragraph', text: '评委：㛃喆、𬭊䶮' },
    );
    const bytes = await renderPdfBuffer(document);
    expect(bytes.toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC-Regular/);
    expect(bytes.toString('latin1')).not.toContain('Helvetica');
    expect(bytes.length).toBeLessThan(30_000);
    expect(textOf((await pagesOf(document))[0])).toBe('评分表评委：㛃喆、𬭊䶮');
  });

  it('gives the same bytes for the same document, and others for another date', async () => {
    const document = withBlocks({ kind: 'paragraph', text: paragraph });
    const first = await renderPdfBuffer(document);
    expect(first.equals(await renderPdfBuffer(document))).toBe(true);
    const later = await renderPdfBuffer({ ...document, createdAt: new Date('2026-11-25T00:00:00Z') });
    expect(later.equals(first)).toBe(false);
  });

  it('keeps lines inside the margins and punctuation away from their beginnings', async () => {
    const document = withBlocks(
      ...Array.from({ length: 30 }, () => ({ kind: 'paragraph', text: paragraph }) as const),
    );
    const pages = await pagesOf(document);
    expect(pages.length).toBeGreaterThan(2);
    const pieces = pages.flat();
    for (const { text, x, y, width } of pieces) {
      expect(x).toBeGreaterThan(55);
      expect(x + width).toBeLessThan(595.28 - 55);
      expect(y).toBeGreaterThan(55);
      expect(text).not.toMatch(/^[，。、；：”）%]/u);
    }
    expect(textOf(pieces)).toBe(bare(paragraph.repeat(30)));
  });

  it('repeats a table’s heading on every page, tears no row that fits, and loses nothing of one that does not', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`XM-${index}`, paragraph.slice(0, 40)]);
    const long = paragraph.repeat(40);
    const pages = await pagesOf(
      withBlocks({
        kind: 'table',
        columns: [{ heading: '编号' }, { heading: '项目名称', weight: 2 }],
        rows: [...rows, ['XM-LONG', long]],
      }),
    );
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      expect(textOf(page)).toContain('编号项目名称');
      expect(Math.min(...page.map(({ y }) => y))).toBeGreaterThan(55);
    }
    const all = pages.map((page) => textOf(page).replace('编号项目名称', '')).join('');
    for (const [number, text] of rows) expect(all).toContain(bare(`${number}${text}`));
    expect(all.replace('XM-LONG', '')).toContain(bare(long));
  });

  it('numbers the pages when all are known and carries header and footer', async () => {
    const blocks: PrintBlock[] = [{ kind: 'pageBreak' }, { kind: 'paragraph', text: '第二页' }];
    const pages = await pagesOf({
      ...withBlocks(...blocks),
      header: '大赛',
      footer: '主办',
      pageNumbers: true,
    });
    expect(pages.map(textOf)).toEqual(['大赛主办第1页/共2页', '第二页大赛主办第2页/共2页']);
    const english = await pagesOf({ ...withBlocks(...blocks), language: 'en', pageNumbers: true });
    expect(textOf(english[1])).toContain('Page2of2');
  });

  it('keeps a heading with the text that follows it', async () => {
    for (let count = 20; count < 60; count += 1) {
      const lines = Array.from({ length: count }, () => ({ kind: 'space', height: 15 }) as const);
      const heading = { kind: 'heading', text: '标题' } as const;
      const pages = await pagesOf(
        withBlocks({ kind: 'paragraph', text: '起' }, ...lines, heading, { kind: 'paragraph', text: '正文' }),
      );
      const page = pages.find((pieces) => textOf(pieces).includes('标题'));
      expect(textOf(page)).toContain('正文');
    }
  });

  it('keeps a heading with its note and two rows, two rows at the end, and signatures with them', async () => {
    for (let count = 30; count < 60; count += 1) {
      const lines = Array.from({ length: count }, () => ({ kind: 'space', height: 12 }) as const);
      for (const rows of [3, 4, 24]) {
        const pages = await pagesOf(
          withBlocks(
            { kind: 'paragraph', text: '起' },
            ...lines,
            { kind: 'heading', text: '标题' },
            { kind: 'paragraph', text: '说明一\n说明二' },
            {
              kind: 'table',
              columns: [{ heading: '列' }],
              rows: Array.from({ length: rows }, (_, i) => [`R${i}.`]),
            },
            { kind: 'signatures', lines: ['签名'] },
          ),
        );
        const texts = pages.map(textOf);
        expect(texts.find((text) => text.includes('标题'))).toMatch(/标题说明一说明二列R0\.R1\./);
        expect(texts.at(-1)).toContain(`R${rows - 2}.R${rows - 1}.签名`);
      }
    }
  });

  it('makes a column as wide as its longest word and a short heading', async () => {
    const [page] = await pagesOf(
      withBlocks({
        kind: 'table',
        columns: [
          { heading: 'Maximum' },
          { heading: '名次' },
          { heading: 'Entry', weight: 2 },
          { heading: 'Comment', weight: 30 },
        ],
        rows: [['10', '1', '2026-应急-012', paragraph]],
      }),
    );
    const texts = (page ?? []).map(({ text }) => text);
    for (const whole of ['Maximum', '名次', '2026-应急-012']) expect(texts).toContain(whole);
  });

  it('sets quotation marks as wide as the language does', async () => {
    const block = { kind: 'paragraph', text: '“New Deeds” don’t end' } as const;
    const widthIn = async (language: 'zh' | 'en') => {
      const [page = []] = await pagesOf({ ...withBlocks(block), language });
      expect(textOf(page)).toBe(bare(block.text));
      return Math.max(...page.map(({ x, width }) => x + width)) - Math.min(...page.map(({ x }) => x));
    };
    // Two double marks and an apostrophe lose about half an em each.
    expect((await widthIn('zh')) - (await widthIn('en'))).toBeGreaterThan(1.2 * 10.5);
  });

  it('has no header where the first page opens with it as its title', async () => {
    const pages = await pagesOf({
      ...withBlocks(
        { kind: 'title', text: '大赛' },
        { kind: 'pageBreak' },
        { kind: 'paragraph', text: '文' },
      ),
      header: '大赛 · 报告',
    });
    expect(pages.map(textOf)).toEqual(['大赛', '文大赛·报告']);
  });

  it('sets every block: facts, lists, signatures, a certificate on a page of its own', async () => {
    const pages = await pagesOf({
      ...withBlocks(
        {
          kind: 'facts',
          columns: 2,
          rows: [
            ['编号', 'XM-1'],
            ['单位', '志愿服务队'],
            ['预算', '48,600.00'],
          ],
        },
        { kind: 'list', items: ['甲', '乙'], numbered: true },
        { kind: 'rule' },
        { kind: 'signatures', lines: ['评委签名：'], date: '日期：' },
        {
          kind: 'certificate',
          title: '荣誉证书',
          recipient: '银龄守护志愿服务队：',
          paragraphs: [paragraph],
          award: '一等奖',
          issuers: ['市委社会工作部'],
          date: '二〇二六年十二月五日',
          notes: ['证书编号：MAS-1'],
          mark: '星火',
        },
      ),
      landscape: true,
    });
    expect(pages).toHaveLength(2);
    expect(textOf(pages[0])).toBe('编号XM-1单位志愿服务队预算48,600.001.甲2.乙评委签名：日期：');
    expect(textOf(pages[1])).toContain('荣誉证书');
    expect(textOf(pages[1])).toContain('一等奖');
    expect(textOf(pages[1])).toContain(bare(paragraph));
  });
});
