import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime, NOTHING } from '#client/ui/core/format.ts';
import { Section } from '#client/ui/show/page.tsx';
import type { EditionView } from '../edition-types.ts';
import { useEditionTitle } from './edition-gate.tsx';
import { ExtensionForm } from './extension-form.tsx';
import type { SetupProps } from './setup-props.ts';

/** Extensions granted, and the form that grants one. */
export function SetupExtensions({ edition, facts, reload }: SetupProps): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <>
      <p className="xh-hint xc-gap">{t('extensions.hint')}</p>
      {facts.manages ? (
        <Section title={t('extensions.grant')}>
          <ExtensionForm key={edition.extensions.length} edition={edition} reload={reload} />
        </Section>
      ) : null}
      <Section title={t('extensions.list')}>
        <Granted edition={edition} />
      </Section>
    </>
  );
}

function Granted({ edition }: { edition: EditionView }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  if (edition.extensions.length === 0) return <p className="xh-hint">{t('extensions.none')}</p>;
  const target = ({ entryId, roundId, judgeId }: EditionView['extensions'][number]): ReactNode => {
    if (entryId) {
      return (
        <>
          {t('extensions.forEntry')} <Link to={`/entries/${entryId}`}>{t('extensions.openEntry')}</Link>
        </>
      );
    }
    const found = edition.rounds.find(({ id }) => id === roundId);
    if (!found) return t('extensions.forAll');
    const round = titleOf(found);
    return judgeId ? t('extensions.forJudge', { round }) : t('extensions.forRound', { round });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="xh-wide" tabIndex={0} aria-label={t('extensions.list')}>
      <table className="xc-table">
        <thead>
          <tr>
            <th scope="col">{t('extensions.target')}</th>
            <th scope="col">{t('extensions.until')}</th>
            <th scope="col">{t('extensions.reason')}</th>
            <th scope="col">{t('extensions.by')}</th>
            <th scope="col">{t('extensions.at')}</th>
          </tr>
        </thead>
        <tbody>
          {edition.extensions.map((extension) => (
            <tr key={extension.id}>
              <td>{target(extension)}</td>
              <td className="xc-nowrap">{formatDateTime(extension.until)}</td>
              <td>{extension.reason}</td>
              <td>{extension.createdByName ?? NOTHING}</td>
              <td className="xc-nowrap">{formatDateTime(extension.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
