import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { officeBytes, pngBytes } from '../files/sample-bytes.ts';
import { renderPdfBuffer } from '../print/render-pdf.ts';
import { readText } from './read-text.ts';

const bare = (text: string | null) => text?.replace(/\s/g, '');

/** The data of a drawn diagram (SmartArt) with these words in a shape. */
const diagram = (words: string): string =>
  `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:pt><dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>`;

/** A PDF whose only page is so many megabytes of blanks with a word behind them. */
async function pdfWith(megabytes: number): Promise<Buffer> {
  const blanks = Buffer.alloc(1024 ** 2, ' ');
  const words = 'BT /F1 12 Tf 72 700 Td (Plan) Tj ET';
  const parts = [...Array.from({ length: megabytes }, () => blanks), Buffer.from(words)];
  const content = await buffer(Readable.from(parts).pipe(createDeflate()));
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
4 0 obj<</Filter/FlateDecode/Length ${content.length}>>stream\n`,
    ),
    content,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
}

describe('the text of a file', () => {
  it('is read from a PDF, Chinese included, with its author', async () => {
    const printed = await renderPdfBuffer({
      title: '项目方案',
      language: 'zh',
      createdAt: new Date('2026-11-24T01:30:00Z'),
      blocks: [{ kind: 'paragraph', text: '由星光志愿服务队实施。' }],
    });
    expect(bare(await readText('PDF', printed))).toContain('由星光志愿服务队实施');
    const authored = new PDFDocument({ info: { Author: 'Cen Zhiyuan' } });
    authored.text('Plan');
    authored.end();
    const text = await readText('PDF', await buffer(authored));
    expect(text).toContain('Cen Zhiyuan');
    expect(text).toContain('Plan');
  });

  it('is read from Word files, runs of one paragraph joined, headers and properties too', async () => {
    const bytes = await officeBytes('wordprocessingml.document', {
      'word/document.xml':
        '<w:document xmlns:w="w"><w:p><w:r><w:t>岑知</w:t></w:r><w:r><w:t>远</w:t></w:r></w:p><w:p><w:r><w:t>第二段</w:t></w:r></w:p></w:document>',
      'word/header1.xml': '<w:hdr xmlns:w="w"><w:p><w:r><w:t>星光志愿服务队</w:t></w:r></w:p></w:hdr>',
      'docProps/core.xml': '<cp:p xmlns:cp="c" xmlns:dc="d"><dc:creator>韦书宁</dc:creator></cp:p>',
      'word/diagrams/data1.xml': diagram('队长：陆清和'),
      'word/styles.xml': '<w:styles xmlns:w="w"><w:t>样式</w:t></w:styles>',
    });
    const text = await readText('DOCX', bytes);
    expect(text).toContain('岑知远\n第二段');
    expect(text).toContain('星光志愿服务队');
    expect(text).toContain('韦书宁');
    expect(text).toContain('队长：陆清和');
    expect(text).not.toContain('样式');
  });

  it('is read from slides and their notes', async () => {
    const slide = (words: string) =>
      `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:sld>`;
    const bytes = await officeBytes('presentationml.presentation', {
      'ppt/slides/slide1.xml': slide('封面'),
      'ppt/notesSlides/notesSlide1.xml': slide('请岑知远讲'),
    });
    expect(await readText('PPTX', bytes)).toBe('封面\n请岑知远讲');
  });

  it('is read from what stands on every slide, and from diagrams', async () => {
    const part = (root: string, words: string) =>
      `<p:${root} xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:${root}>`;
    const bytes = await officeBytes('presentationml.presentation', {
      'ppt/slideMasters/slideMaster1.xml': part('sldMaster', '星光志愿服务队'),
      'ppt/slideLayouts/slideLayout12.xml': part('sldLayout', '韦书宁制'),
      'ppt/diagrams/data1.xml': diagram('队长：陆清和'),
      'ppt/diagrams/colors1.xml': diagram('颜色'),
    });
    expect(await readText('PPTX', bytes)).toBe('星光志愿服务队\n韦书宁制\n队长：陆清和');
  });

  it('is unknown for a PDF that grows beyond measure', async () => {
    const small = await pdfWith(1);
    expect(await readText('PDF', small)).toContain('Plan');
    const bomb = await pdfWith(200);
    expect(bomb.length).toBeLessThan(1024 ** 2);
    expect(await readText('PDF', bomb, 128 * 1024 ** 2)).toBeNull();
  });

  it('is unknown for pictures, for files without text and for damaged ones', async () => {
    expect(await readText('PNG', pngBytes())).toBeNull();
    expect(await readText('DOCX', await officeBytes('wordprocessingml.document'))).toBeNull();
    expect(await readText('PDF', Buffer.from('%PDF-1.7 nothing'))).toBeNull();
    expect(await readText('DOCX', Buffer.from('no archive'))).toBeNull();
  });
});
