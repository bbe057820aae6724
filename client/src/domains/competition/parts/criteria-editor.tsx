import { PlusOutlined } from '@ant-design/icons';
import { criteriaProblems, RUBRIC_LIMITS } from '@xinghuo/shared/competition/rubric';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { LeaveGuard } from '#client/ui/form/leave-guard.tsx';
import {
  type CriterionEdit,
  criterionEdits,
  criterionInputs,
  freeCode,
  problemsIn,
} from '../criterion-drafts.ts';
import { CRITERIA_REPLACE } from '../documents/edition-writes.ts';
import { criteriaLock, type LockFacts } from '../edition-locks.ts';
import type { RoundView } from '../edition-types.ts';
import { moved } from '../weights.ts';
import { CriteriaList } from './criteria-list.tsx';
import { CriterionFields } from './criterion-fields.tsx';
import { CriterionPreview } from './criterion-preview.tsx';
import { LockNote } from './lock-note.tsx';
import { REFETCH } from './setup-props.ts';
import { WeightSum } from './weight-sum.tsx';

/** The criteria of one round: the list at the left, one criterion's fields, and how judges will see it. */
export function CriteriaEditor(props: { round: RoundView; facts: LockFacts; reload: () => void }): ReactNode {
  const { t } = useTranslation('competition');
  const { round, facts, reload } = props;
  const stored = criterionEdits(round.criteria);
  const [edits, setEdits] = useState(stored);
  const [chosen, choose] = useState(stored[0]?.key);
  const [failure, setFailure] = useState<string>();
  const [replace, busy] = useWrite(CRITERIA_REPLACE, REFETCH);
  const lock = criteriaLock(facts, round);
  const inputs = criterionInputs(edits);
  const problems = criteriaProblems(inputs, 'criteria');
  const dirty = JSON.stringify(inputs) !== JSON.stringify(criterionInputs(stored));
  const index = Math.max(
    0,
    edits.findIndex(({ key }) => key === chosen),
  );
  const current = edits[index];
  const add = (): void => {
    const key = crypto.randomUUID();
    const like = edits.at(-1);
    setEdits([
      ...edits,
      {
        key,
        code: freeCode(edits),
        title: '',
        titleEn: '',
        description: '',
        descriptionEn: '',
        weight: '',
        max: like?.max ?? '100',
        step: like?.step ?? '1',
        bands: [],
      },
    ]);
    choose(key);
  };
  const save = async (): Promise<void> => {
    setFailure(undefined);
    const outcome = await replace({ input: { roundId: round.id, version: round.version, criteria: inputs } });
    if (outcome.ok) notice.success(t('setup.saved'));
    else {
      setFailure(outcome.message);
      if (outcome.problems.some(({ code }) => code === 'RUBRIC_FROZEN')) reload();
    }
  };
  const change = (part: Partial<CriterionEdit>): void =>
    setEdits(edits.map((one, i) => (i === index ? { ...one, ...part } : one)));
  return (
    <>
      <LockNote lock={lock} />
      {failure ? <Alert type="error" showIcon title={failure} className="xh-form-alert" /> : null}
      <div className="xc-criteria">
        <div>
          <CriteriaList
            edits={edits}
            chosen={current?.key}
            locked={lock !== null}
            problems={(i) => problemsIn(problems, i)}
            choose={choose}
            move={(from, to) => setEdits(moved(edits, from, to))}
            remove={(key) => setEdits(edits.filter((one) => one.key !== key))}
          />
          <p className="xc-gap">
            <WeightSum weights={edits.map(({ weight }) => weight)} />
          </p>
          {lock === null && edits.length < RUBRIC_LIMITS.criteria ? (
            <Button icon={<PlusOutlined />} onClick={add}>
              {t('criteria.add')}
            </Button>
          ) : null}
        </div>
        {current ? (
          <>
            {lock === null ? (
              <CriterionFields
                key={current.key}
                criterion={current}
                path={`criteria.${index}`}
                problems={problems}
                change={change}
              />
            ) : null}
            <CriterionPreview criterion={current} />
          </>
        ) : null}
      </div>
      {lock === null ? (
        <div className="xh-form-foot">
          <Button
            type="primary"
            disabled={!dirty || problems.length > 0}
            loading={busy}
            onClick={() => void save()}
          >
            {t('criteria.save')}
          </Button>
          {dirty ? <Button onClick={() => setEdits(stored)}>{t('criteria.reset')}</Button> : null}
          {problems.length > 0 ? (
            <span className="xc-wrong">{t('criteria.problems', { count: problems.length })}</span>
          ) : dirty ? (
            <span className="xh-hint">{t('criteria.changed')}</span>
          ) : null}
        </div>
      ) : null}
      <LeaveGuard active={dirty && !busy} kept={false} />
    </>
  );
}
