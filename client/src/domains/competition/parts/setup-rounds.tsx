import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import {
  PRACTICE_RULES,
  type PracticeRule,
  ROUND_KINDS,
  ROUND_STATES,
  type RoundKind,
} from '@xinghuo/shared/competition/competition';
import { Alert, Button, Input, InputNumber, Select, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite, type WriteOutcome } from '#client/ui/core/use-write.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { LeaveGuard } from '#client/ui/form/leave-guard.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { ROUND_UPDATE, ROUNDS_REPLACE } from '../documents/edition-writes.ts';
import { roundLock, roundsLock } from '../edition-locks.ts';
import { type RoundDraft, roundChanges, roundDrafts, roundsRearranged } from '../round-drafts.ts';
import { ROUND_TONES } from '../tones.ts';
import { isDecimal, weightSum } from '../weights.ts';
import { Labelled } from './labelled.tsx';
import { LockNote } from './lock-note.tsx';
import type { SetupProps } from './setup-props.ts';
import { WeightSum } from './weight-sum.tsx';

/** The most rounds an edition has. */
const MOST = 6;

/** The rounds of an edition; their weights are set together, so that they sum to 100 at every moment. */
export function SetupRounds(props: SetupProps): ReactNode {
  const version = [props.edition.version, ...props.edition.rounds.map((round) => round.version)].join();
  return <Rounds key={version} {...props} />;
}

function Rounds({ edition, facts, reload }: SetupProps): ReactNode {
  const { t } = useTranslation('competition');
  const before = roundDrafts(edition.rounds);
  const [drafts, setDrafts] = useState(before);
  const [failure, setFailure] = useState<string>();
  const [replace, replacing] = useWrite(ROUNDS_REPLACE);
  const [update, updating] = useWrite(ROUND_UPDATE);
  const lock = roundsLock(facts);
  const rearranged = roundsRearranged(before, drafts);
  const change = (key: string, part: Partial<RoundDraft>): void =>
    setDrafts(drafts.map((round) => (round.key === key ? { ...round, ...part } : round)));
  const changed = before.flatMap((old) => {
    const next = drafts.find(({ id }) => id === old.id);
    const part = next ? roundChanges(old, next) : null;
    return part ? [{ id: old.id ?? '', part }] : [];
  });
  const dirty = rearranged || changed.length > 0;
  const weights = drafts.map(({ weight }) => weight);

  const written = async (): Promise<WriteOutcome<unknown>> => {
    // The rounds' own fields first: setting all rounds anew would make the versions read here stale.
    for (const { id, part } of changed) {
      const round = edition.rounds.find((one) => one.id === id);
      if (!round) continue;
      const { key: _key, id: _id, weight: _weight, ...fields } = part;
      const outcome = await update({ input: { id, version: round.version, ...fields } });
      if (!outcome.ok) return outcome;
    }
    const rounds = drafts.map(
      ({ key: _key, remarkMinimum: _remark, practiceRule: _practice, blind: _blind, ...round }) => round,
    );
    return rearranged
      ? replace({ input: { competitionId: edition.id, version: edition.version, rounds } })
      : { ok: true, payload: null, problems: [], message: '' };
  };
  const save = async (): Promise<void> => {
    const outcome = await written();
    setFailure(outcome.ok ? undefined : outcome.message);
    if (outcome.ok) notice.success(t('setup.saved'));
    reload();
  };
  return (
    <>
      <p className="xh-hint xc-gap">{t('rounds.hint')}</p>
      {failure ? <Alert type="error" showIcon title={failure} className="xh-form-alert" /> : null}
      <LockNote lock={lock} />
      <ol className="xc-stack">
        {drafts.map((round, i) => (
          <RoundCard
            key={round.key}
            round={round}
            n={i + 1}
            state={edition.rounds.find(({ id }) => id === round.id)?.state ?? 'PLANNED'}
            weightOff={lock !== null}
            manages={facts.manages}
            change={(part) => change(round.key, part)}
            {...(lock === null && drafts.length > 1
              ? { remove: () => setDrafts(drafts.filter(({ key }) => key !== round.key)) }
              : {})}
          />
        ))}
      </ol>
      <div className="xh-form-foot">
        {facts.manages ? (
          <Button
            type="primary"
            disabled={!dirty || weightSum(weights).state !== 'exact' || !weights.every(isDecimal)}
            loading={replacing || updating}
            onClick={() => void save()}
          >
            {t('rounds.save')}
          </Button>
        ) : null}
        {lock === null && drafts.length < MOST ? (
          <Button
            icon={<PlusOutlined />}
            onClick={() =>
              setDrafts([
                ...drafts,
                {
                  key: crypto.randomUUID(),
                  id: null,
                  kind: 'DOCUMENT',
                  title: t('rounds.round', { n: drafts.length + 1 }),
                  titleEn: '',
                  weight: '',
                  judgesPerEntry: drafts.at(-1)?.judgesPerEntry ?? 5,
                  advancePerCategory: null,
                  remarkMinimum: 0,
                  practiceRule: 'OFFERED',
                  blind: false,
                },
              ])
            }
          >
            {t('rounds.add')}
          </Button>
        ) : null}
        <WeightSum weights={weights} />
      </div>
      <LeaveGuard active={dirty && !replacing && !updating} kept={false} />
    </>
  );
}

function RoundCard(props: {
  round: RoundDraft;
  n: number;
  state: 'PLANNED' | 'OPEN' | 'LOCKED';
  weightOff: boolean;
  manages: boolean;
  change: (part: Partial<RoundDraft>) => void;
  remove?: () => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const { round, n, state, change, manages } = props;
  const lock = roundLock({ state: 'DRAFT', manages, rounds: [] }, { state });
  const begun = lock !== null;
  return (
    <li className="xc-card" aria-label={t('rounds.round', { n })}>
      <p className="xc-card-head">
        <span className="xc-card-name">
          <b>{t('rounds.round', { n })}</b>
          <StateTag of={ROUND_STATES} tones={ROUND_TONES} value={state} />
        </span>
        {props.remove && !begun ? (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('rounds.remove')}
            title={t('rounds.remove')}
            onClick={props.remove}
          />
        ) : null}
      </p>
      <div className="xc-grid">
        <Labelled label={t('rounds.title')}>
          {(id) => (
            <Input
              id={id}
              value={round.title}
              maxLength={40}
              disabled={!manages}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('rounds.titleEn')}>
          {(id) => (
            <Input
              id={id}
              value={round.titleEn}
              maxLength={100}
              disabled={!manages}
              onChange={(event) => change({ titleEn: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('rounds.kind')}>
          {(id) => (
            <Select<RoundKind>
              id={id}
              value={round.kind}
              disabled={begun}
              options={optionsOf(ROUND_KINDS, label).map(({ value, label: words }) => ({
                value: value as RoundKind,
                label: words,
              }))}
              onChange={(kind) => change({ kind })}
            />
          )}
        </Labelled>
        <Labelled label={t('rounds.weight')}>
          {(id) => (
            <Input
              id={id}
              value={round.weight}
              inputMode="decimal"
              disabled={props.weightOff}
              onChange={(event) => change({ weight: event.target.value.trim() })}
            />
          )}
        </Labelled>
        <Labelled label={t('rounds.judges')}>
          {(id) => (
            <InputNumber
              id={id}
              value={round.judgesPerEntry}
              min={1}
              max={50}
              precision={0}
              disabled={begun}
              onChange={(value) => change({ judgesPerEntry: value ?? 1 })}
            />
          )}
        </Labelled>
        <Labelled label={t('rounds.advance')} hint={t('rounds.advanceHint')}>
          {(id) => (
            <InputNumber
              id={id}
              value={round.advancePerCategory}
              min={1}
              max={1000}
              precision={0}
              disabled={!manages}
              onChange={(advancePerCategory) => change({ advancePerCategory })}
            />
          )}
        </Labelled>
        {round.id === null ? null : (
          <Labelled label={t('rounds.remark')}>
            {(id) => (
              <InputNumber
                id={id}
                value={round.remarkMinimum}
                min={0}
                max={1000}
                precision={0}
                disabled={!manages}
                onChange={(value) => change({ remarkMinimum: value ?? 0 })}
              />
            )}
          </Labelled>
        )}
        {round.id === null ? null : (
          <>
            <Labelled label={t('rounds.practice')} hint={t('rounds.practiceHint')}>
              {(id) => (
                <Select<PracticeRule>
                  id={id}
                  value={round.practiceRule}
                  disabled={!manages}
                  options={optionsOf(PRACTICE_RULES, label).map(({ value, label: words }) => ({
                    value: value as PracticeRule,
                    label: words,
                  }))}
                  onChange={(practiceRule) => change({ practiceRule })}
                />
              )}
            </Labelled>
            <Labelled label={t('rounds.blind')} hint={t('rounds.blindHint')}>
              {(id) => (
                <Switch
                  id={id}
                  checked={round.blind}
                  disabled={begun}
                  onChange={(blind) => change({ blind })}
                />
              )}
            </Labelled>
          </>
        )}
      </div>
      {begun && lock.why !== 'right' ? <LockNote lock={lock} /> : null}
    </li>
  );
}
