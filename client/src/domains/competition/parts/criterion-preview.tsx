import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/ui/core/language.ts';
import type { CriterionEdit } from '../criterion-drafts.ts';

/** A criterion as a judge reads it beside the mark, in the reader's language. */
export function CriterionPreview({ criterion }: { criterion: CriterionEdit }): ReactNode {
  const { t } = useTranslation('competition');
  const english = useLanguage() === 'en';
  const pick = (zh: string, en: string): string => (english && en ? en : zh);
  const description = pick(criterion.description, criterion.descriptionEn);
  return (
    <section className="xc-preview" aria-label={t('criteria.preview')}>
      <p className="xh-hint">{t('criteria.preview')}</p>
      <p className="xc-card-head">
        <b>{pick(criterion.title, criterion.titleEn) || t('criteria.untitled')}</b>
        <span className="xh-hint">
          {t('criteria.previewWeight', { weight: criterion.weight || '…', max: criterion.max || '…' })}
        </span>
      </p>
      {description ? <p>{description}</p> : null}
      <dl>
        {[...criterion.bands].reverse().map((band) => (
          <div key={band.key}>
            <dt>
              <b>
                {band.from}–{band.to}
              </b>{' '}
              {pick(band.label, band.labelEn)}
            </dt>
            <dd>
              {pick(band.text, band.textEn)}
              {band.example ? (
                <small className="xc-example">{pick(band.example, band.exampleEn ?? '')}</small>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
