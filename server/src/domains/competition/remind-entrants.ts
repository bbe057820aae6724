import { sql } from 'kysely';
import type { Job } from '../../platform/jobs/define-job.ts';
import type { Row } from '../../platform/read/row.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { entryDeadline } from './deadlines.ts';
import { Entry } from './entry.entity.ts';
import { rowIn } from './entry.rules.ts';

/** Teams are reminded this long before a deadline, once for each deadline. */
const AHEAD_MS = 72 * 3_600_000;

interface Due {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly deadline: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

/** Entries that are still to be submitted before a deadline close ahead, once for each leader with an account. */
function dueEntries(row: Row, now: Date) {
  return sql<Due>`select due.id, due.title, due.state, due.deadline, a.email, a.name, a.locale from (
      select t0.id, t0.title, t0.state, t0.team_id, t0.reminded_for, ${entryDeadline(row)} as deadline
      from entry t0 join competition c on c.id = t0.competition_id
      where t0.state in ('DRAFT', 'RETURNED') and c.state in ('OPEN', 'SCREENING')
    ) due
    join role_grant g on g.role = 'TEAM_LEADER' and g.scope = 'TEAM' and g.scope_id = due.team_id
    join account a on a.id = g.account_id and a.state = 'ACTIVE'
    where due.deadline > ${now}::timestamptz and due.deadline <= ${new Date(now.getTime() + AHEAD_MS)}::timestamptz
      and due.reminded_for is distinct from due.deadline
    order by due.id, a.id`;
}

/** Mails the leaders and notes for which deadline, so that a second run mails nobody twice. */
const remindEntrants = useCase('entriesRemind', async (tx, _input: null) => {
  const due = await tx.query<Due>(dueEntries(rowIn(tx, Entry), tx.now));
  const reminded = [...new Map(due.map(({ id, deadline }) => [id, { id, deadline }])).values()];
  if (reminded.length === 0) return { reminded: 0 };
  await tx.execute(
    sql`update entry e set reminded_for = g.deadline from jsonb_to_recordset(${JSON.stringify(reminded)}::jsonb) as g(id uuid, deadline timestamptz) where e.id = g.id`,
    { type: 'Entry', id: reminded[0]?.id ?? '', kind: 'update', after: { reminded: reminded.length } },
  );
  for (const one of due) await tx.enqueue('mail.send', { to: one.email, ...reminder(one) });
  return { reminded: reminded.length };
});

function reminder({ title, name, deadline, state, locale }: Due): {
  readonly subject: string;
  readonly text: string;
} {
  const local = new Date(Date.parse(deadline) + 8 * 3_600_000).toISOString();
  const until = `${local.slice(0, 10)} ${local.slice(11, 16)}`;
  const returned = state === 'RETURNED';
  if (locale === 'en') {
    return {
      subject: `Xinghuo: “${title}” is due by ${until}`,
      text: `Dear ${name},\n\nyour entry “${title}” ${returned ? 'was returned for changes and has not been submitted again' : 'is still a draft'}. It can be submitted until ${until} (Beijing time); the server takes nothing after that.\n`,
    };
  }
  return {
    subject: `星火：项目《${title}》将于 ${until} 截止提交`,
    text: `${name}，您好：\n\n贵队项目《${title}》${returned ? '已退回修改，尚未重新提交' : '仍是草稿，尚未提交'}。提交截止时间为 ${until}（北京时间），逾期系统不再接收。\n`,
  };
}

/** Every morning, Asia/Shanghai. */
export const remindEntrantsJob: Job = {
  name: 'competition.remind',
  schedule: '0 9 * * *',
  async run({ execute }) {
    await execute(remindEntrants, null);
  },
};
