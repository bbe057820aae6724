import { AWARD_SCOPES } from '@xinghuo/shared/competition/competition';
import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber, labelIn } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import type { Language } from '#client/ui/core/messages-type.ts';
import { EmptyState } from '#client/ui/show/states.tsx';
import { datePoints } from '../edition-phases.ts';
import type { EditionView } from '../edition-types.ts';

/** The notice as the public reads it, in either language whatever the reader's own. */
export function SetupNotice({ edition }: { edition: EditionView }): ReactNode {
  const { t, i18n } = useTranslation('competition');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const words = i18n.getFixedT(language, 'competition');
  const pick = (zh: string, en: string): string => (language === 'en' && en ? en : zh);
  const text = pick(edition.notice, edition.noticeEn);
  const theme = pick(edition.theme, edition.themeEn);
  const dateName = (key: string): string => {
    const round = /^rounds\.(\d+)\.(\w+)$/.exec(key);
    const names: Readonly<Record<string, string>> = words('terms.date', { returnObjects: true });
    return (names[round ? `rounds.*.${round[2]}` : key] ?? key).replace(
      '{{n}}',
      String(Number(round?.[1]) + 1),
    );
  };
  return (
    <>
      <div className="xc-notice-bar">
        <Segmented<Language>
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'zh-CN', label: t('noticePreview.chinese') },
            { value: 'en', label: t('noticePreview.english') },
          ]}
        />
        <p className="xh-hint">{t('noticePreview.hint')}</p>
      </div>
      <article className="xc-notice" lang={language}>
        <h2>{pick(edition.title, edition.titleEn)}</h2>
        {theme ? <p className="xc-notice-theme">{theme}</p> : null}
        <p>
          <b>{words('noticePreview.hosts')}</b>{' '}
          {edition.hosts
            .map(({ unit }) => pick(unit.name, unit.nameEn ?? ''))
            .join(language === 'en' ? ', ' : '、')}
        </p>
        {text ? <div className="xh-prose">{text}</div> : <EmptyState title={t('noticePreview.empty')} />}
        <h3>{words('noticePreview.dates')}</h3>
        <ul>
          {datePoints(edition)
            .filter(({ at }) => at !== null)
            .map(({ key, at }) => (
              <li key={key}>
                {dateName(key)} <time dateTime={at ?? undefined}>{formatDateTime(at)}</time>
              </li>
            ))}
        </ul>
        <h3>{words('noticePreview.categories')}</h3>
        <p>
          {edition.categories
            .map(({ title, titleEn }) => pick(title, titleEn))
            .join(language === 'en' ? ', ' : '、')}
        </p>
        {edition.awardRules.length > 0 ? (
          <>
            <h3>{words('noticePreview.awards')}</h3>
            <ul>
              {edition.awardRules.map((award) => (
                <li key={award.id}>
                  {words('noticePreview.award', {
                    title: pick(award.title, award.titleEn),
                    scope: labelIn(AWARD_SCOPES[award.scope], language),
                    quota: formatNumber(award.quota),
                  })}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </article>
    </>
  );
}
