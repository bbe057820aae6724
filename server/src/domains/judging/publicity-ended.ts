import { sql } from 'kysely';
import type { Job } from '../../platform/jobs/define-job.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { shanghaiTime } from '../identity/index.ts';

interface Ended {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly until: string;
  readonly open: number;
}

interface Told {
  readonly competition: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

/** Coordinators of the city, and those of these editions. */
const coordinators = (ids: readonly string[]) =>
  sql<Told>`select k.id as competition, a.email, a.name, a.locale
    from competition k join role_grant g on g.role = 'COORDINATOR' and (g.scope = 'CITY' or (g.scope = 'COMPETITION' and g.scope_id = k.id))
    join account a on a.id = g.account_id and a.state = 'ACTIVE'
    where k.id = any(${`{${ids.join(',')}}`}::uuid[])
    group by k.id, a.id order by k.id, a.id`;

/**
 * Tells coordinators that a public notice has ended and what waits: objections to decide, then publication. Publishing
 * stays a person's act. Noted with the end that was told, so that a second run tells nobody twice.
 */
const tellEnded = useCase('publicityEnded', async (tx, _input: null) => {
  const ended = await tx.query<Ended>(
    sql`select k.id, k.title, k.title_en as "titleEn", k.publicity_ends_at as until,
        (select count(*)::int from objection o where o.competition_id = k.id and o.state = 'RECEIVED') as open
      from competition k where k.state = 'PUBLICISED' and k.publicity_ends_at <= ${tx.now}::timestamptz and k.publicity_told_for is distinct from k.publicity_ends_at
      order by k.id for update of k`,
  );
  if (ended.length === 0) return { told: 0 };
  const ids = ended.map(({ id }) => id);
  for (const { id, until } of ended) {
    await tx.execute(sql`update competition set publicity_told_for = publicity_ends_at where id = ${id}`, {
      type: 'Competition',
      id,
      kind: 'update',
      after: { publicityToldFor: until },
    });
  }
  const told = await tx.query<Told>(coordinators(ids));
  const editions = new Map(ended.map((edition) => [edition.id, edition]));
  for (const one of told) {
    const edition = editions.get(one.competition);
    if (edition) await tx.enqueue('mail.send', { to: one.email, ...notice(edition, one) });
  }
  return { told: told.length };
});

function notice(edition: Ended, to: Told): { readonly subject: string; readonly text: string } {
  const until = shanghaiTime(edition.until);
  if (to.locale === 'en') {
    const title = edition.titleEn || edition.title;
    const waits =
      edition.open === 0
        ? 'No objection is open: the awards can be published.'
        : `${edition.open === 1 ? '1 objection is' : `${edition.open} objections are`} still to be decided; after that the awards can be published.`;
    return {
      subject: `Xinghuo: the public notice of ${title} has ended`,
      text: `Dear ${to.name},\n\nthe public notice of ${title} ended at ${until} (Beijing time). ${waits} The system publishes nothing by itself.\n`,
    };
  }
  const waits =
    edition.open === 0
      ? '没有待处理的异议，可以正式公布。'
      : `还有 ${edition.open} 件异议待处理，处理完毕后可以正式公布。`;
  return {
    subject: `星火：${edition.title}公示期已满`,
    text: `${to.name}，您好：\n\n${edition.title}的公示期已于 ${until}（北京时间）届满。${waits}正式公布须由工作人员操作，系统不会自动公布。\n`,
  };
}

/** Every hour: the end of a notice is an instant, and coordinators wait for it. */
export const publicityEndedJob: Job = {
  name: 'judging.publicityEnded',
  schedule: '10 * * * *',
  async run({ execute }) {
    await execute(tellEnded, null);
  },
};
