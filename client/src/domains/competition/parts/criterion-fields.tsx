import { RUBRIC_LIMITS } from '@xinghuo/shared/competition/rubric';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CriterionEdit, problemAt } from '../criterion-drafts.ts';
import { BandFields } from './band-fields.tsx';
import { Labelled } from './labelled.tsx';

/** The fields of one criterion; what is wrong stands at its field as one types. */
export function CriterionFields(props: {
  criterion: CriterionEdit;
  path: string;
  problems: readonly Problem[];
  change: (part: Partial<CriterionEdit>) => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const { criterion, path, problems, change } = props;
  const at = (field: string) => problemAt(problems, `${path}.${field}`);
  const status = (field: string): 'error' | '' => (at(field) ? 'error' : '');
  const numbers = ['weight', 'max', 'step'] as const;
  return (
    <div className="xc-grid">
      <Labelled label={t('criteria.title')} problem={at('title')}>
        {(id) => (
          <Input
            id={id}
            value={criterion.title}
            maxLength={RUBRIC_LIMITS.title}
            status={status('title')}
            autoFocus={criterion.title === ''}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('criteria.titleEn')} problem={at('titleEn')}>
        {(id) => (
          <Input
            id={id}
            value={criterion.titleEn}
            maxLength={RUBRIC_LIMITS.titleEn}
            onChange={(event) => change({ titleEn: event.target.value })}
          />
        )}
      </Labelled>
      {numbers.map((field) => (
        <Labelled key={field} label={t(`criteria.${field}`)} problem={at(field)}>
          {(id) => (
            <Input
              id={id}
              value={criterion[field]}
              inputMode="decimal"
              status={status(field)}
              onChange={(event) => change({ [field]: event.target.value.trim() })}
            />
          )}
        </Labelled>
      ))}
      <Labelled label={t('criteria.code')} hint={t('criteria.codeHint')} problem={at('code')}>
        {(id) => (
          <Input
            id={id}
            value={criterion.code}
            maxLength={30}
            status={status('code')}
            onChange={(event) => change({ code: event.target.value.trim().toUpperCase() })}
          />
        )}
      </Labelled>
      <Labelled wide label={t('criteria.description')} problem={at('description')}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={criterion.description}
            maxLength={RUBRIC_LIMITS.description}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled wide label={t('criteria.descriptionEn')} problem={at('descriptionEn')}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={criterion.descriptionEn}
            maxLength={RUBRIC_LIMITS.description}
            autoSize={{ minRows: 1, maxRows: 8 }}
            onChange={(event) => change({ descriptionEn: event.target.value })}
          />
        )}
      </Labelled>
      <BandFields
        bands={criterion.bands}
        path={`${path}.bands`}
        problems={problems}
        change={(bands) => change({ bands })}
      />
    </div>
  );
}
