import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition, contentHeaders, parseRange } from './content-headers.ts';
import { displayName, nameForKind } from './display-name.ts';

describe('contentHeaders', () => {
  it('names a Chinese file so that old and new browsers save it, and lets it run nothing', () => {
    const headers = contentHeaders({ name: '“星火”项目(终稿).pdf', mediaType: 'application/pdf' }, 'inline');
    expect(headers['content-disposition']).toBe(
      `inline; filename="_(_).pdf"; filename*=UTF-8''%E2%80%9C%E6%98%9F%E7%81%AB%E2%80%9D%E9%A1%B9%E7%9B%AE%28%E7%BB%88%E7%A8%BF%29.pdf`,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('never lets a name break out of its header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = contentDisposition(name, 'attachment');
        expect(header).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/,
        );
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name.toWellFormed());
      }),
    );
  });
});

describe('parseRange', () => {
  it('reads the three forms and clips to the file', () => {
    expect(parseRange('bytes=0-9', 100)).toEqual({ start: 0, end: 9 });
    expect(parseRange('bytes=90-', 100)).toEqual({ start: 90, end: 99 });
    expect(parseRange('bytes=-30', 100)).toEqual({ start: 70, end: 99 });
    expect(parseRange('bytes=90-900', 100)).toEqual({ start: 90, end: 99 });
  });

  it('ignores what it may ignore and refuses what lies outside', () => {
    for (const header of [undefined, 'bytes=1-2,5-6', 'items=1-2', 'bytes=-', 'bytes=9-3']) {
      expect(parseRange(header, 100)).toBe('none');
    }
    expect(parseRange('bytes=100-', 100)).toBe('unsatisfiable');
    expect(parseRange('bytes=-0', 100)).toBe('unsatisfiable');
  });
});

describe('displayName', () => {
  it('drops paths, hidden characters and what Windows cannot save', () => {
    expect(displayName('C:\\资料\\报告?.pdf')).toBe('报告_.pdf');
    expect(displayName('../../.ssh/id')).toBe('id');
    expect(displayName('报告\u202efdp.exe')).toBe('报告fdp.exe');
    expect(displayName('con.pdf')).toBe('_con.pdf');
    expect(displayName(' .. ')).toBe('file');
    expect(displayName(`${'长'.repeat(300)}.pdf`)).toBe(`${'长'.repeat(76)}.pdf`);
  });

  it('is stable, short and free of separators whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const name = displayName(raw);
        expect(name).not.toMatch(/[/\\\p{Cc}]/u);
        expect(name.length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(81);
        expect(displayName(name)).toBe(name);
      }),
    );
  });

  it('lets no name contradict the bytes', () => {
    expect(nameForKind('a.PDF', 'PDF')).toBe('a.PDF');
    expect(nameForKind('a.pdf', 'PNG')).toBeNull();
    expect(nameForKind('a.exe', 'PDF')).toBeNull();
    expect(nameForKind('项目 v1.2版本说明与附件清单', 'PDF')).toBe('项目 v1.2版本说明与附件清单.pdf');
  });
});
