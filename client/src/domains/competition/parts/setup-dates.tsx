import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { EditionDate } from '@xinghuo/shared/competition/changeable';
import { Alert, Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '#client/ui/core/notice.ts';
import { problemTerm } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { LeaveGuard } from '#client/ui/form/leave-guard.tsx';
import { EDITION_UPDATE, ROUND_UPDATE } from '../documents/edition-writes.ts';
import { dateChanges, withDate } from '../edition-date-changes.ts';
import { dateLock, type Lock, type LockFacts, roundLock } from '../edition-locks.ts';
import { type DatePoint, datePoints, type EditionDates } from '../edition-phases.ts';
import type { EditionView } from '../edition-types.ts';
import { InstantInput } from './instant-input.tsx';
import { LockNote } from './lock-note.tsx';
import { REFETCH, type SetupProps } from './setup-props.ts';

function lockOf(facts: LockFacts, edition: EditionView, key: string): Lock | null {
  const round = edition.rounds[Number(/^rounds\.(\d+)/.exec(key)?.[1] ?? -1)];
  return round ? roundLock(facts, round) : dateLock(facts, key as EditionDate);
}

/** All dates of an edition in their order; one out of order is pointed out as it is typed. */
export function SetupDates({ edition, facts, reload }: SetupProps): ReactNode {
  const { t } = useTranslation('competition');
  const [draft, setDraft] = useState<EditionDates>(edition);
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [update, updating] = useWrite(EDITION_UPDATE, REFETCH);
  const [updateRound, updatingRound] = useWrite(ROUND_UPDATE, REFETCH);
  const points = datePoints(draft);
  const changes = dateChanges(edition, draft);
  const dirty = changes.edition !== null || changes.rounds.length > 0;
  const save = async (): Promise<void> => {
    const refused: string[] = [];
    const told = (name: string, outcome: { ok: boolean; message: string }): void => {
      if (!outcome.ok) refused.push(t('dates.partly', { name, why: outcome.message }));
    };
    for (const { id, opensAt, closesAt } of changes.rounds) {
      const round = edition.rounds.find((one) => one.id === id);
      if (!round) continue;
      const outcome = await updateRound({ input: { id, version: round.version, opensAt, closesAt } });
      told(round.title, outcome);
    }
    if (changes.edition) {
      const { id, version } = edition;
      told(edition.title, await update({ input: { id, version, ...changes.edition } }));
    }
    setFailures(refused);
    if (refused.length === 0) notice.success(t('setup.saved'));
    else reload();
  };
  return (
    <div className="xc-dates">
      <p className="xh-hint xc-gap">{t('dates.hint')}</p>
      <LockNote lock={facts.manages ? null : { why: 'right' }} />
      {failures.map((failure) => (
        <Alert key={failure} type="error" showIcon title={failure} className="xh-form-alert" />
      ))}
      <ol>
        {points.map((point) => (
          <DateRow
            key={point.key}
            point={point}
            lock={lockOf(facts, edition, point.key)}
            onChange={(at) => setDraft((present) => withDate(present, point.key, at))}
          />
        ))}
      </ol>
      {facts.manages ? (
        <div className="xh-form-foot">
          <Button
            type="primary"
            disabled={!dirty}
            loading={updating || updatingRound}
            onClick={() => void save()}
          >
            {t('dates.save')}
          </Button>
          {points.every(({ behind }) => behind === null) ? (
            <span className="xc-right-order">
              <CheckCircleOutlined aria-hidden /> {t('dates.allRight')}
            </span>
          ) : null}
        </div>
      ) : null}
      <LeaveGuard active={dirty && !updating && !updatingRound} kept={false} />
    </div>
  );
}

function DateRow(props: {
  point: DatePoint;
  lock: Lock | null;
  onChange: (at: string | null) => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const id = useId();
  const { point, lock } = props;
  const name = problemTerm('date', point.key);
  const past = point.at !== null && Date.parse(point.at) < Date.now();
  return (
    <li className={point.behind ? 'xc-date xc-date-wrong' : past ? 'xc-date xc-date-past' : 'xc-date'}>
      <label htmlFor={id}>
        {name}
        {past ? <span className="xh-hint"> {t('dates.passed')}</span> : null}
      </label>
      <div>
        <InstantInput
          id={id}
          value={point.at}
          disabled={lock !== null}
          status={point.behind ? 'error' : ''}
          placeholder={t('dates.missing')}
          aria-describedby={`${id}-note`}
          onChange={props.onChange}
        />
        <div id={`${id}-note`}>
          {point.behind ? (
            <p className="xc-wrong" role="alert">
              <WarningOutlined aria-hidden />{' '}
              {t('dates.outOfOrder', { earlier: problemTerm('date', point.behind) })}
            </p>
          ) : null}
          {lock && lock.why !== 'right' ? <LockNote lock={lock} /> : null}
        </div>
      </div>
    </li>
  );
}
