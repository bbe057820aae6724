import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { RUBRIC_LIMITS } from '@xinghuo/shared/competition/rubric';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '#client/ui/core/problem-text.ts';
import type { CriterionEdit } from '../criterion-drafts.ts';

type Bands = CriterionEdit['bands'];

/** The bands of a criterion from low to high, each with the behaviour that belongs to it. */
export function BandFields(props: {
  bands: Bands;
  path: string;
  problems: readonly Problem[];
  change: (bands: Bands) => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const { bands, path, problems, change } = props;
  const set = (key: string, part: Partial<Bands[number]>): void =>
    change(bands.map((band) => (band.key === key ? { ...band, ...part } : band)));
  return (
    <fieldset className="xc-bands">
      <legend>{t('criteria.bands')}</legend>
      <p className="xh-hint">{t('criteria.bandsHint')}</p>
      {bands.map((band, i) => {
        const name = t('criteria.band', { n: i + 1 });
        const wrong = problems.filter((one) => {
          const at = one.path.join('.');
          return at === `${path}.${i}` || at.startsWith(`${path}.${i}.`);
        });
        const text = (field: 'from' | 'to' | 'label' | 'labelEn', max: number, className: string) => (
          <Input
            className={className}
            value={band[field]}
            maxLength={max}
            placeholder={t(`criteria.${field}`)}
            aria-label={`${name} ${t(`criteria.${field}`)}`}
            onChange={(event) => set(band.key, { [field]: event.target.value })}
          />
        );
        return (
          <div key={band.key} className="xc-band">
            <div className="xc-band-line">
              {text('from', 6, 'xc-band-number')}
              <span aria-hidden>–</span>
              {text('to', 6, 'xc-band-number')}
              {text('label', RUBRIC_LIMITS.label, 'xc-band-label')}
              {text('labelEn', RUBRIC_LIMITS.labelEn, 'xc-band-label')}
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('criteria.removeBand', { n: i + 1 })}
                onClick={() => change(bands.filter(({ key }) => key !== band.key))}
              />
            </div>
            <Input.TextArea
              value={band.text}
              maxLength={RUBRIC_LIMITS.bandText}
              autoSize={{ minRows: 1, maxRows: 5 }}
              placeholder={t('criteria.text')}
              aria-label={`${name} ${t('criteria.text')}`}
              onChange={(event) => set(band.key, { text: event.target.value })}
            />
            <Input.TextArea
              value={band.textEn}
              maxLength={RUBRIC_LIMITS.bandText * 2}
              autoSize={{ minRows: 1, maxRows: 5 }}
              placeholder={t('criteria.textEn')}
              aria-label={`${name} ${t('criteria.textEn')}`}
              onChange={(event) => set(band.key, { textEn: event.target.value })}
            />
            <Input.TextArea
              value={band.example ?? ''}
              maxLength={RUBRIC_LIMITS.bandText}
              autoSize={{ minRows: 1, maxRows: 5 }}
              placeholder={t('criteria.example')}
              aria-label={`${name} ${t('criteria.example')}`}
              onChange={(event) => set(band.key, { example: event.target.value })}
            />
            <Input.TextArea
              value={band.exampleEn ?? ''}
              maxLength={RUBRIC_LIMITS.bandText * 2}
              autoSize={{ minRows: 1, maxRows: 5 }}
              placeholder={t('criteria.exampleEn')}
              aria-label={`${name} ${t('criteria.exampleEn')}`}
              onChange={(event) => set(band.key, { exampleEn: event.target.value })}
            />
            {wrong.length > 0 ? (
              <p className="xc-wrong">
                {[...new Set(wrong.map(({ code, params }) => problemText(code, params)))].join(' · ')}
              </p>
            ) : null}
          </div>
        );
      })}
      {bands.length < RUBRIC_LIMITS.bands ? (
        <Button
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() =>
            change([
              ...bands,
              { key: crypto.randomUUID(), from: '', to: '', label: '', labelEn: '', text: '', textEn: '' },
            ])
          }
        >
          {t('criteria.addBand')}
        </Button>
      ) : null}
    </fieldset>
  );
}
