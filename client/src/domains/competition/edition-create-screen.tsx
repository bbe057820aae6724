import { useQuery } from '@apollo/client/react';
import { Form, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Page } from '#client/ui/show/page.tsx';
import './competition.css';
import './setup.css';
import { EDITION_CREATE } from './documents/edition-writes.ts';
import { EDITION_OPTIONS } from './documents/editions.ts';
import { useEditionTitle, yearTitle } from './parts/edition-gate.tsx';
import { HostList } from './parts/host-list.tsx';
import { InstantInput } from './parts/instant-input.tsx';
import { TextFields } from './parts/setup-basics.tsx';

interface Values {
  readonly copyFrom: string | null;
  readonly year: number;
  readonly title: string;
  readonly titleEn: string;
  readonly theme: string;
  readonly themeEn: string;
  readonly hostIds: readonly string[];
  readonly entriesOpenAt: string | null;
  readonly entriesCloseAt: string | null;
}

/** A new edition, on the ground of an earlier one or of what is usual. */
export default function EditionCreateScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const navigate = useNavigate();
  const titleOf = useEditionTitle();
  const result = useQuery(EDITION_OPTIONS, { fetchPolicy: 'cache-and-network' });
  const [create] = useWrite(EDITION_CREATE, { refetch: ['EditionOptions'] });
  return (
    <Page title={t('setup.createTitle')} hint={t('setup.createHint')}>
      <Loaded result={result}>
        {({ competitions: { nodes } }) => (
          <RecordForm<Values, { competition: { id: string } | null }>
            name="edition:new"
            initialValues={{
              copyFrom: nodes[0]?.id ?? null,
              year: (nodes[0]?.year ?? new Date().getFullYear()) + 1,
              title: '',
              titleEn: '',
              theme: '',
              themeEn: '',
              hostIds: [],
              entriesOpenAt: null,
              entriesCloseAt: null,
            }}
            submitLabel={t('setup.createSubmit')}
            submit={({ hostIds, ...values }) => create({ input: { ...values, hostIds: [...hostIds] } })}
            onDone={async ({ competition }) => {
              if (!competition) return;
              notice.success(t('setup.saved'));
              await navigate(`/competitions/${competition.id}`, { replace: true });
            }}
          >
            <Form.Item name="copyFrom" label={t('setup.copyFrom')} extra={t('setup.copyFromHint')}>
              <Select
                allowClear
                placeholder={t('setup.copyNone')}
                options={nodes.map((one) => ({ value: one.id, label: yearTitle(one.year, titleOf(one)) }))}
              />
            </Form.Item>
            <Form.Item
              name="year"
              label={t('setup.year')}
              rules={[{ required: true, message: problemText('REQUIRED') }]}
            >
              <InputNumber min={2000} max={2100} precision={0} />
            </Form.Item>
            <TextFields />
            <HostList known={[]} disabled={false} />
            <Form.Item name="entriesOpenAt" label={t('terms.date.entriesOpenAt')}>
              <InstantInput />
            </Form.Item>
            <Form.Item name="entriesCloseAt" label={t('terms.date.entriesCloseAt')}>
              <InstantInput />
            </Form.Item>
          </RecordForm>
        )}
      </Loaded>
    </Page>
  );
}
