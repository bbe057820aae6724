import { useQuery } from '@apollo/client/react';
import { Alert, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { AssignmentPlannedQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatNumber, formatShare } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { ToneTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { type BoardFrame, frameOf } from './assignment-board.ts';
import { ASSIGNMENT_APPLY, ASSIGNMENT_BOARD, ASSIGNMENT_PLANNED } from './assignment-documents.ts';
import { PlanCategories, PlanChanges, PlanLoads, PlanUnmet } from './assignment-plan-parts.tsx';
import { useTitleOf } from './edition-page.tsx';
import './judging.css';
import './assignment.css';

type Plan = NonNullable<AssignmentPlannedQuery['assignmentPlanned']>;

function PlanView({ plan, frame }: { plan: Plan; frame: BoardFrame }): ReactNode {
  const { t } = useTranslation('judging');
  const navigate = useNavigate();
  const titleOf = useTitleOf();
  const manage = useCan()('assignment.manage');
  const [apply, busy] = useWrite(ASSIGNMENT_APPLY, { refetch: ['AssignmentBoard'] });
  const [asking, setAsking] = useState(false);
  const { measures } = plan;
  const back = `/assignments?round=${plan.round?.id ?? ''}`;
  const run = async (): Promise<void> => {
    const outcome = await apply({ input: { planId: plan.id } });
    setAsking(false);
    if (!outcome.ok) {
      notice.error(outcome.message);
      return;
    }
    const { added, removed } = outcome.payload;
    notice.success(t('assignment.applied', { added: added ?? 0, removed: removed ?? 0 }));
    await navigate(back);
  };
  const state = plan.appliedAt ? (
    <ToneTag tone="done">{t('assignment.appliedAt', { at: formatDateTime(plan.appliedAt) })}</ToneTag>
  ) : plan.outdated ? (
    <ToneTag tone="refused">{t('assignment.outdated')}</ToneTag>
  ) : (
    <ToneTag tone="waiting">{t('assignment.notApplied')}</ToneTag>
  );
  const changes = plan.added.length + plan.removed.length;
  return (
    <DetailPage
      title={t('assignment.planTitle')}
      backTo={back}
      state={state}
      actions={
        manage && !plan.appliedAt && !plan.outdated && changes > 0 ? (
          <Button type="primary" onClick={() => setAsking(true)}>
            {t('assignment.apply')}
          </Button>
        ) : null
      }
      facts={[
        { label: t('frame.round'), value: plan.round ? titleOf(plan.round) : '' },
        { label: t('assignment.madeAt'), value: formatDateTime(plan.createdAt) },
        { label: t('assignment.coveragePlan'), value: formatShare(measures.assigned, measures.wanted) },
        { label: t('assignment.loads'), value: `${measures.lowestLoad}–${measures.highestLoad}` },
        {
          label: t('assignment.affinity'),
          value: t('assignment.affinityOf', {
            value: formatNumber(measures.affinity, 0),
            bound: formatNumber(measures.affinityBound, 0),
          }),
        },
        {
          label: t('assignment.changes'),
          value: t('assignment.changesOf', { added: plan.added.length, removed: plan.removed.length }),
        },
      ]}
    >
      {plan.outdated && !plan.appliedAt ? (
        <Alert className="xh-form-alert" type="warning" showIcon title={t('assignment.outdatedHint')} />
      ) : null}
      <PlanUnmet plan={plan} frame={frame} />
      <PlanChanges plan={plan} frame={frame} />
      <PlanLoads plan={plan} frame={frame} />
      <PlanCategories plan={plan} frame={frame} />
      {asking ? (
        <Modal
          open
          title={t('assignment.applyTitle', { added: plan.added.length, removed: plan.removed.length })}
          okText={t('assignment.apply')}
          cancelText={t('conflicts.cancel')}
          confirmLoading={busy}
          onOk={() => void run()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('assignment.applyHint')}</p>
        </Modal>
      ) : null}
    </DetailPage>
  );
}

function WithFrame({ plan }: { plan: Plan }): ReactNode {
  const result = useQuery(ASSIGNMENT_BOARD, { variables: { roundId: plan.round?.id ?? '' } });
  return (
    <Loaded result={result}>
      {({ assignmentBoard }) =>
        assignmentBoard ? <PlanView plan={plan} frame={frameOf(assignmentBoard)} /> : <Missing />
      }
    </Loaded>
  );
}

/** An automatic assignment as it would be: a page to come back to until it is applied or overtaken. */
export default function AssignmentPlanScreen(): ReactNode {
  const { id = '' } = useParams();
  const result = useQuery(ASSIGNMENT_PLANNED, { variables: { id }, fetchPolicy: 'network-only' });
  return (
    <Loaded result={result}>
      {({ assignmentPlanned }) => (assignmentPlanned ? <WithFrame plan={assignmentPlanned} /> : <Missing />)}
    </Loaded>
  );
}
