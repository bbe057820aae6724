import { useQuery } from '@apollo/client/react';
import { Button, Form, InputNumber, Modal, Radio } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JudgingMonitorPageQuery } from '#client/__generated__/graphql.ts';
import { formatNumber } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { type JudgingEdition, type JudgingRound, useTitleOf } from './edition-page.tsx';
import { findJudgedEntries } from './judges-find.ts';
import { ANCHOR_REMOVE, ANCHOR_SET, ANCHORS } from './monitor-documents.ts';

type Anchors = NonNullable<JudgingMonitorPageQuery['judgingMonitor']>['anchors'];
const REFETCH = ['JudgingMonitorPage', 'AnchorsPage'];

interface Values {
  readonly entryId: string | null;
  readonly spread: 'ALL' | 'SOME';
  readonly judges: number | null;
}

function AnchorForm(props: { edition: JudgingEdition; round: JudgingRound; onClose: () => void }): ReactNode {
  const { t } = useTranslation('judging');
  const { edition, round, onClose } = props;
  const [set] = useWrite(ANCHOR_SET, { refetch: REFETCH });
  const entries = useMemo(() => findJudgedEntries(edition.id), [edition.id]);
  const required = [{ required: true, message: problemText('REQUIRED') }];
  return (
    <Modal open title={t('monitor.add')} footer={null} onCancel={onClose} width={520}>
      <p className="xh-hint">{t('monitor.addHint')}</p>
      <RecordForm<Values>
        name={`anchor:${round.id}`}
        draft="none"
        initialValues={{ entryId: null, spread: 'ALL', judges: round.judgesPerEntry * 2 }}
        submitLabel={t('monitor.save')}
        submit={({ entryId, spread, judges }) =>
          set({
            input: { roundId: round.id, entryId: entryId ?? '', judges: spread === 'ALL' ? null : judges },
          })
        }
        onDone={onClose}
      >
        <Form.Item name="entryId" label={t('progress.entry')} rules={required}>
          <RemoteSelect find={entries} placeholder={t('frame.lookup')} />
        </Form.Item>
        <Form.Item name="spread" label={t('monitor.whom')}>
          <Radio.Group
            options={[
              { value: 'ALL', label: t('monitor.all') },
              { value: 'SOME', label: t('monitor.some') },
            ]}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['spread']}>
          {({ getFieldValue }) =>
            getFieldValue('spread') === 'SOME' ? (
              <Form.Item name="judges" label={t('monitor.howMany')} rules={required}>
                <InputNumber min={2} max={1000} precision={0} />
              </Form.Item>
            ) : null
          }
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}

/** The anchors of a round: who marked them how, and the steps that set and remove them. */
export function MonitorAnchors(props: {
  edition: JudgingEdition;
  round: JudgingRound;
  anchors: Anchors;
}): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const { edition, round, anchors } = props;
  const manage = useCan()('assignment.manage') && round.state !== 'LOCKED';
  const [adding, setAdding] = useState(false);
  const { data } = useQuery(ANCHORS, { variables: { roundId: round.id }, fetchPolicy: 'cache-and-network' });
  const [remove, busy] = useWrite(ANCHOR_REMOVE, { refetch: REFETCH });
  const set = new Map((data?.assignmentBoard?.anchors ?? []).map((one) => [one.entry?.id, one]));
  const take = async (id: string): Promise<void> => {
    const outcome = await remove({ input: { id } });
    if (!outcome.ok) notice.error(outcome.message);
  };
  const short = anchors.some(({ entryId, assigned }) => {
    const wanted = set.get(entryId);
    return wanted !== undefined && (wanted.judges ?? round.judgesPerEntry + 1) > assigned;
  });
  return (
    <Section
      title={t('monitor.anchors')}
      extra={
        manage ? (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('monitor.add')}
          </Button>
        ) : undefined
      }
      flush
    >
      {anchors.length === 0 ? (
        <p className="xh-hint xj-pad">{t('monitor.noAnchors')}</p>
      ) : (
        <div className="xh-wide">
          <table className="xj-table xj-table-stack">
            <thead>
              <tr>
                <th scope="col">{t('progress.entry')}</th>
                <th scope="col" className="xj-right">
                  {t('monitor.in')}
                </th>
                <th scope="col" className="xj-right">
                  {t('monitor.mean')}
                </th>
                <th scope="col" className="xj-wide">
                  {t('monitor.marks')}
                </th>
                {manage ? <th scope="col">{t('progress.step')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {anchors.map((anchor) => {
                const own = set.get(anchor.entryId);
                return (
                  <tr key={anchor.entryId}>
                    <th scope="row">
                      <Link to={`/entries/${anchor.entryId}`}>
                        {anchor.number} {titleOf(anchor)}
                      </Link>
                      <small>
                        {own
                          ? own.judges === null
                            ? t('monitor.all')
                            : t('monitor.count', { count: own.judges })
                          : ''}
                      </small>
                    </th>
                    <td className="xj-right" data-label={t('monitor.in')}>
                      {anchor.sheets.length} / {anchor.assigned}
                    </td>
                    <td className="xj-right" data-label={t('monitor.mean')}>
                      {anchor.mean ?? '—'}
                    </td>
                    <td>
                      <ul className="xj-people">
                        {anchor.sheets.map((sheet) => (
                          <li key={sheet.judgeId} title={t('monitor.place', { order: sheet.order })}>
                            {sheet.code} {formatNumber(sheet.total, 1)}
                          </li>
                        ))}
                      </ul>
                    </td>
                    {manage ? (
                      <td>
                        {own ? (
                          <Button size="small" loading={busy} onClick={() => void take(own.id)}>
                            {t('monitor.remove')}
                          </Button>
                        ) : null}
                      </td>
                    ) : null}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {manage && short ? (
        <p className="xh-hint xj-pad">
          {t('monitor.plan')}{' '}
          <Link to={`/assignments?edition=${edition.id}&round=${round.id}`}>{t('assignment.title')}</Link>
        </p>
      ) : null}
      {adding ? <AnchorForm edition={edition} round={round} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
