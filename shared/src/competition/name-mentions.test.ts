import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryContent } from './entry.ts';
import { type EntrantName, MENTIONS_MAX, nameMentions } from './name-mentions.ts';

const EMPTY: EntryContent = {
  title: '',
  titleEn: '',
  summary: '',
  summaryEn: '',
  need: '',
  activities: '',
  innovation: '',
  replicability: '',
  results: '',
  plan: [],
  budget: [],
  beneficiaries: [],
  contactName: '',
  contactPhone: '',
};
const TEAM: EntrantName = { party: 'TEAM', name: '马鞍山市星光志愿服务队' };
const LEADER: EntrantName = { party: 'LEADER', name: '岑知远' };
const PHONE: EntrantName = { party: 'PHONE', name: '0555-123 4567' };
const seen = (content: Partial<EntryContent>, names: readonly EntrantName[]) =>
  nameMentions({ ...EMPTY, ...content }, [], names).map(({ field, name }) => `${field} ${name}`);

describe('names in an entry', () => {
  it('are found in every field that judges read, and not in the contacts', () => {
    const all = {
      title: '岑知远的课堂',
      need: '由岑知远发现',
      plan: [{ when: '2026-10', what: '岑知远授课' }],
      budget: [{ item: '岑知远交通', amount: '1' }],
      contactName: '岑知远',
    };
    expect(seen(all, [LEADER])).toEqual(['title 岑知远', 'need 岑知远', 'plan 岑知远', 'budget 岑知远']);
  });

  it('are found whatever the width, the letters and the line breaks', () => {
    expect(seen({ need: '星 光 志\n愿服务队承办' }, [TEAM])).toEqual([`need ${TEAM.name}`]);
    const latin: EntrantName = { party: 'TEAM', name: 'Starlight Team' };
    expect(seen({ need: 'by the ＳＴＡＲＬＩＧＨＴ\nteam, weekly' }, [latin])).toHaveLength(1);
    expect(seen({ need: 'starlight teamwork' }, [latin])).toEqual([]);
    expect(seen({ need: '电话05551234567' }, [PHONE])).toHaveLength(1);
    expect(seen({ need: '电话 0555 123-4567。' }, [PHONE])).toHaveLength(1);
  });

  it('count without the place they begin with, unless only common words are left', () => {
    expect(seen({ need: '星光志愿服务队每周上门' }, [TEAM])).toHaveLength(1);
    const common: EntrantName = { party: 'TEAM', name: '向山镇志愿服务队' };
    expect(seen({ need: '各村志愿服务队轮值' }, [common])).toEqual([]);
    expect(seen({ need: '向山镇志愿服务队轮值' }, [common])).toHaveLength(1);
  });

  it('are told with the words around them, once in each place', () => {
    const [mention, ...rest] = nameMentions(
      { ...EMPTY, results: '两年来，岑知远带着大家走了三百户。岑知远说' },
      [],
      [LEADER, { party: 'CONTACT', name: '岑知远' }],
    );
    expect(rest).toEqual([]);
    expect(mention).toEqual({
      field: 'results',
      attachmentId: null,
      inContent: false,
      party: 'LEADER',
      name: '岑知远',
      excerpt: '两年来,岑知远带着大家走了三百户。岑知远说',
    });
  });

  it('are found in titles, names and texts of files', () => {
    const files = [
      { id: 'a', title: '方案', fileName: '岑知远-方案.pdf', text: null },
      { id: 'b', title: '图片', fileName: '1.png', text: null },
      { id: 'c', title: '说明', fileName: '2.docx', text: '负责人：岑知远' },
    ];
    expect(
      nameMentions(EMPTY, files, [LEADER]).map(({ field, attachmentId, inContent }) => [
        field,
        attachmentId,
        inContent,
      ]),
    ).toEqual([
      ['attachments', 'a', false],
      ['attachments', 'c', true],
    ]);
  });

  it('stay within the limit, and one letter is no name', () => {
    const names = Array.from(
      { length: 300 },
      (_, i): EntrantName => ({ party: 'MEMBER', name: `队员${i}号` }),
    );
    const text = names.map(({ name }) => name).join('，');
    expect(nameMentions({ ...EMPTY, need: text }, [], names)).toHaveLength(MENTIONS_MAX);
    expect(seen({ need: '李下不正冠' }, [{ party: 'MEMBER', name: '李' }])).toEqual([]);
  });

  it('are found wherever they stand in a Chinese text', () => {
    const text = fc.string({ unit: fc.constantFrom('水', '电', '，', '\n', ' '), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(seen({ activities: `${before}岑知远${after}` }, [LEADER])).toEqual(['activities 岑知远']);
        expect(seen({ activities: before + after }, [LEADER])).toEqual([]);
      }),
    );
  });
});
