import { enumTable } from '../kernel/label.ts';
import type { EntryContent } from './entry.ts';

/** Whose name gives an entrant away. */
export const NAMED_PARTIES = enumTable({
  TEAM: { zh: '队伍', en: 'Team' },
  UNIT: { zh: '主管单位', en: 'Host unit' },
  LEADER: { zh: '队伍负责人', en: 'Team leader' },
  MEMBER: { zh: '队员', en: 'Team member' },
  CONTACT: { zh: '联系人', en: 'Contact' },
  PHONE: { zh: '联系电话', en: 'Telephone number' },
});
export type NamedParty = keyof typeof NAMED_PARTIES;

/** A name by which an entrant can be known. */
export interface EntrantName {
  readonly party: NamedParty;
  readonly name: string;
}

/** What of an attachment can hold a name: its title, its file's name and, once read, its text. */
export interface AttachedText {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  /** Null while it has not been read, or when the file has no text. */
  readonly text: string | null;
}

/** A place where judges would read whose entry it is. */
export interface NameMention extends EntrantName {
  /** The field of the entry; `attachments` for its files. */
  readonly field: string;
  /** The attachment, when it stands in one. */
  readonly attachmentId: string | null;
  /** It stands in the file's content, not in its name or title. */
  readonly inContent: boolean;
  /** The words around it, in small letters and without needless blanks. */
  readonly excerpt: string;
}

/** At most so many places are named: whoever mends that many looks again. */
export const MENTIONS_MAX = 100;
const AROUND = 14;
const BLANK = /\s+/g;
/** A blank beside a character that is not ASCII only comes from line breaks and from how a PDF sets its characters. */
const NEEDLESS = /(?<=[^ -~]) | (?=[^ -~])/g;
const WORD = /[a-z0-9]/;
const PLACE = /^(?:\S{1,6}?(?:省|市|区|县|镇|乡|街道|社区|村))+/;
const GENERIC =
  /青年|大学生|志愿者|志愿|服务|公益|社会|社区|救援|总队|支队|大队|小队|队|团|协会|中心|联合会|基金会|组织|站|委员会|办公室|局|部/g;

/** A text as names are looked for in it: one width, small letters, no blanks inside Chinese. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(BLANK, ' ').replace(NEEDLESS, '').trim();
}

/** The ways a name is written: whole and, while something of its own is left, without the place it begins with. */
function waysOf({ party, name }: EntrantName): string[] {
  if (party === 'PHONE') {
    const digits = name.replace(/\D/g, '');
    return digits.length < 7 ? [] : [digits];
  }
  const whole = foldText(name);
  if (whole.length < 2) return [];
  if (party !== 'TEAM' && party !== 'UNIT') return [whole];
  const short = whole.replace(PLACE, '');
  return short !== whole && short.replace(GENERIC, '').length >= 2 ? [whole, short] : [whole];
}

/** Where a name stands in a folded text; Latin letters count only as whole words. */
function placeOf(text: string, way: string): number {
  for (let at = text.indexOf(way); at >= 0; at = text.indexOf(way, at + 1)) {
    const cutsBefore = WORD.test(way.charAt(0)) && WORD.test(text.charAt(at - 1));
    const cutsAfter = WORD.test(way.charAt(way.length - 1)) && WORD.test(text.charAt(at + way.length));
    if (!cutsBefore && !cutsAfter) return at;
  }
  return -1;
}

interface Passage extends Pick<NameMention, 'field' | 'attachmentId' | 'inContent'> {
  readonly text: string;
}

const FIELDS = [
  'title',
  'titleEn',
  'summary',
  'summaryEn',
  'need',
  'activities',
  'innovation',
  'replicability',
  'results',
] as const satisfies readonly (keyof EntryContent)[];

/** Everything of an entry that its judges read: its contacts are not among it. */
function passagesOf(content: EntryContent, attachments: readonly AttachedText[]): Passage[] {
  const written = (field: string, text: string): Passage => ({
    field,
    text,
    attachmentId: null,
    inContent: false,
  });
  return [
    ...FIELDS.map((field) => written(field, content[field])),
    written('plan', content.plan.map(({ what }) => what).join('\n')),
    written('budget', content.budget.map(({ item }) => item).join('\n')),
    ...attachments.flatMap(({ id, title, fileName, text }): Passage[] => [
      { field: 'attachments', attachmentId: id, inContent: false, text: `${title}\n${fileName}` },
      { field: 'attachments', attachmentId: id, inContent: true, text: text ?? '' },
    ]),
  ];
}

/** Where an entry names its entrant, in the order of its fields: each name once in each place, the first time it stands there. */
export function nameMentions(
  content: EntryContent,
  attachments: readonly AttachedText[],
  names: readonly EntrantName[],
): NameMention[] {
  const known = new Set<string>();
  const sought = names.flatMap((one) => waysOf(one).map((way) => ({ ...one, way })));
  const distinct = sought.filter(({ way }) => !known.has(way) && known.add(way));
  const found: NameMention[] = [];
  for (const { text, ...where } of passagesOf(content, attachments)) {
    const folded = foldText(text);
    if (folded === '') continue;
    const told = new Set<string>();
    for (const { party, name, way } of distinct) {
      // Telephone numbers are written with and without separators.
      const searched = party === 'PHONE' ? folded.replace(/(?<=\d)[ -](?=\d)/g, '') : folded;
      const at = told.has(name) ? -1 : placeOf(searched, way);
      if (at < 0) continue;
      told.add(name);
      const excerpt = searched.slice(Math.max(0, at - AROUND), at + way.length + AROUND);
      found.push({ ...where, party, name, excerpt });
      if (found.length === MENTIONS_MAX) return found;
    }
  }
  return found;
}
