import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Job } from '../../platform/jobs/define-job.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { roundDeadline } from '../competition/index.ts';
import { shanghaiTime } from '../identity/index.ts';
import { JUDGING_CHANGED } from './topics.ts';

/** Judges are reminded this long before their deadline. */
const AHEAD_MS = 72 * 3_600_000;

interface Due {
  readonly judge: string;
  readonly round: string;
  readonly deadline: string;
  readonly left: number;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly roundTitle: string;
  readonly roundTitleEn: string;
  readonly edition: string;
  readonly editionEn: string;
}

/** Judges with sheets still to submit in a round whose deadline, extensions included, is close; not those reminded of it. */
function dueJudges(now: Date) {
  return sql<Due>`select due.*, coalesce(a.email, due.address) as email, coalesce(a.locale, 'zh-CN') as locale from (
      select j.id as judge, j.account_id, j.email as address, j.name, r.id as round, r.title as "roundTitle", r.title_en as "roundTitleEn",
        c.title as edition, c.title_en as "editionEn", ${roundDeadline(sql`r.id`, sql`r.closes_at`, sql`j.id`)} as deadline,
        (select count(*)::int from score_sheet s where s.judge_id = j.id and s.round_id = r.id and s.state in ('ASSIGNED', 'DRAFT')) as left
      from round r join competition c on c.id = r.competition_id join judge j on j.competition_id = r.competition_id
      where r.state = 'OPEN' and c.state = 'REVIEW' and j.state <> 'WITHDRAWN'
    ) due
    left join account a on a.id = due.account_id
    where due.left > 0 and (a.id is null or a.state = 'ACTIVE')
      and due.deadline > ${now}::timestamptz and due.deadline <= ${new Date(now.getTime() + AHEAD_MS)}::timestamptz
      and not exists (select 1 from judge_reminder told where told.judge_id = due.judge and told.round_id = due.round and told.deadline = due.deadline)
    order by due.round, due.judge`;
}

/** Mails the judges and notes of which deadline: what another run noted at the same moment is not mailed again. */
const remindJudges = useCase('judgesRemind', async (tx, _input: null) => {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended('judgesRemind', 0))`);
  const due = await tx.query<Due>(dueJudges(tx.now));
  if (due.length === 0) return { reminded: 0 };
  const rows = due.map(({ judge, round, deadline }) => ({ id: uuidv7(), judge, round, deadline }));
  await tx.execute(
    sql`insert into judge_reminder (id, judge_id, round_id, deadline) select x.id, x.judge, x.round, x.deadline from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, judge uuid, round uuid, deadline timestamptz)`,
    { type: 'JudgeReminder', id: rows[0]?.id ?? '', kind: 'create', after: { rows } },
  );
  for (const one of due) await tx.enqueue('mail.send', { to: one.email, ...reminder(one) });
  // Open screens of judges and coordinators look again.
  for (const roundId of new Set(due.map(({ round }) => round)))
    await tx.publish(JUDGING_CHANGED, { roundId });
  return { reminded: due.length };
});

function reminder(due: Due): { readonly subject: string; readonly text: string } {
  const until = shanghaiTime(due.deadline);
  if (due.locale === 'en') {
    const edition = due.editionEn || due.edition;
    const round = due.roundTitleEn || due.roundTitle;
    const sheets = due.left === 1 ? '1 sheet is' : `${due.left} sheets are`;
    return {
      subject: `Xinghuo: ${sheets} still to be submitted by ${until}`,
      text: `Dear ${due.name},\n\n${sheets} still to be submitted in ${round} of ${edition}. Marks can be given until ${until} (Beijing time); the server takes nothing after that. If you cannot finish in time, tell the competition office today.\n`,
    };
  }
  return {
    subject: `星火：还有 ${due.left} 份评分表待提交，${until} 截止`,
    text: `${due.name}，您好：\n\n${due.edition}${due.roundTitle}，您还有 ${due.left} 份评分表尚未提交。评分截止时间为 ${until}（北京时间），逾期系统不再接收。如不能按时完成，请尽快告知大赛办公室。\n`,
  };
}

/** Every morning, Asia/Shanghai. */
export const remindJudgesJob: Job = {
  name: 'judging.remind',
  schedule: '5 9 * * *',
  async run({ execute }) {
    await execute(remindJudges, null);
  },
};
