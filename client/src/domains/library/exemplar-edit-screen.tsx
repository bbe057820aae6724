import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { EXEMPLAR_LIMITS } from '@xinghuo/shared/library/exemplar';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { EXEMPLAR, EXEMPLAR_UPDATE } from './documents.ts';

interface Values {
  readonly titleEn: string;
  readonly summary: string;
  readonly summaryEn: string;
  readonly replicablePoints: readonly string[];
  readonly replicablePointsEn: readonly string[];
}

/** The points of a project, one field each. */
function Points({ name }: { name: 'replicablePoints' | 'replicablePointsEn' }): ReactNode {
  const { t } = useTranslation('library');
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <>
          {fields.map((field, index) => (
            <div key={field.key} className="xh-line-field">
              <Form.Item
                name={field.name}
                rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
              >
                <Input.TextArea
                  autoSize={{ minRows: 1, maxRows: 5 }}
                  maxLength={EXEMPLAR_LIMITS.point}
                  aria-label={t('form.point', { number: index + 1 })}
                />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('form.removePoint', { number: index + 1 })}
                onClick={() => remove(index)}
              />
            </div>
          ))}
          {fields.length < EXEMPLAR_LIMITS.pointCount ? (
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add('')}>
              {t('form.addPoint')}
            </Button>
          ) : null}
        </>
      )}
    </Form.List>
  );
}

/** What coordinators add to an exemplary project. */
export default function ExemplarEditScreen(): ReactNode {
  const { t } = useTranslation('library');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const result = useQuery(EXEMPLAR, { variables: { id }, fetchPolicy: 'network-only' });
  const [update] = useWrite(EXEMPLAR_UPDATE);
  return (
    <Loaded result={result}>
      {({ exemplarProject: project }) => {
        if (!project) return <Missing />;
        const { version, title } = project;
        return (
          <Page title={t('form.title')} hint={`${title} · ${t('form.source')}`}>
            <RecordForm<Values>
              key={version}
              name={`exemplar:${id}`}
              initialValues={{
                titleEn: project.titleEn ?? '',
                summary: project.summary,
                summaryEn: project.summaryEn ?? '',
                replicablePoints: project.replicablePoints,
                replicablePointsEn: project.replicablePointsEn,
              }}
              submitLabel={t('form.submit')}
              submit={({ replicablePoints, replicablePointsEn, ...texts }) =>
                update({
                  input: {
                    id,
                    version,
                    ...texts,
                    replicablePoints: [...replicablePoints],
                    replicablePointsEn: [...replicablePointsEn],
                  },
                })
              }
              onDone={async () => {
                notice.success(t('form.saved', { title }));
                await navigate(`/library/${id}`, { replace: true });
              }}
              onReload={() => void result.refetch().catch(() => undefined)}
            >
              <Form.Item name="titleEn" label={t('form.titleEn')}>
                <Input maxLength={EXEMPLAR_LIMITS.titleEn} />
              </Form.Item>
              <Form.Item
                name="summary"
                label={t('form.summary')}
                rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
              >
                <Input.TextArea
                  autoSize={{ minRows: 4, maxRows: 16 }}
                  maxLength={EXEMPLAR_LIMITS.summary}
                  showCount
                />
              </Form.Item>
              <Form.Item name="summaryEn" label={t('form.summaryEn')}>
                <Input.TextArea
                  autoSize={{ minRows: 4, maxRows: 16 }}
                  maxLength={EXEMPLAR_LIMITS.summaryEn}
                  showCount
                />
              </Form.Item>
              <Form.Item label={t('form.points')} extra={t('form.pointsHint')}>
                <Points name="replicablePoints" />
              </Form.Item>
              <Form.Item label={t('form.pointsEn')} extra={t('form.pointsEnHint')}>
                <Points name="replicablePointsEn" />
              </Form.Item>
            </RecordForm>
          </Page>
        );
      }}
    </Loaded>
  );
}
