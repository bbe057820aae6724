import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { ENTRY_LIFECYCLE, ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { formatDateTime, NOTHING } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage, type DetailTab } from '#client/ui/detail/detail-page.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import './competition.css';
import './entry.css';
import { ENTRY } from './documents/entry.ts';
import { placeOf } from './entry-list.ts';
import type { EntryView } from './entry-types.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { EntryFiles } from './parts/entry-files.tsx';
import { EntryHistory } from './parts/entry-history.tsx';
import { EntryJudging } from './parts/entry-judging.tsx';
import { EntryNeighbours } from './parts/entry-neighbours.tsx';
import { EntryPaper } from './parts/entry-paper.tsx';
import { EntryRevisions } from './parts/entry-revisions.tsx';
import { EntryScreening } from './parts/entry-screening.tsx';
import { EntryTransitions } from './parts/entry-transitions.tsx';
import { NameWarning } from './parts/name-warning.tsx';
import { choicesOf } from './step-choices.ts';
import { ENTRY_TONES } from './tones.ts';

function EntryPage({ entry }: { entry: EntryView }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const can = useCan();
  const titleOf = useEditionTitle();
  const [params] = useSearchParams();
  const place = placeOf(params);
  const mayReturn = choicesOf(ENTRY_LIFECYCLE, entry.availableTransitions, ['return']).some(
    ({ allowed }) => allowed,
  );
  // A liaison and the public are told that an entry exists and where it stands; what is not theirs to see is absent.
  const written = entry.need !== null;
  const handled = entry.contactName !== null;
  const tabs: readonly DetailTab[] = [
    {
      key: 'facts',
      label: t('entry.tab.facts'),
      content: (
        <>
          <NameWarning entryId={entry.id} />
          <EntryPaper entry={entry} />
        </>
      ),
    },
    ...(written
      ? [
          {
            key: 'files',
            label: t('entry.tab.files'),
            count: entry.attachments.length,
            content: <EntryFiles attachments={entry.attachments} />,
          },
        ]
      : []),
    ...(handled
      ? [
          {
            key: 'screening',
            label: t('entry.tab.screening'),
            ...(entry.screeningNotes.length > 0 ? { count: entry.screeningNotes.length } : {}),
            content: (
              <>
                <NameWarning entryId={entry.id} />
                <EntryScreening entry={entry} mayReturn={mayReturn} />
              </>
            ),
          },
          {
            key: 'revisions',
            label: t('entry.tab.revisions'),
            count: entry.revisions.length,
            content: <EntryRevisions entry={entry} />,
          },
        ]
      : []),
    ...(can('scoreSheet.list')
      ? [
          {
            key: 'judging',
            label: t('entry.tab.judging'),
            content: <EntryJudging entryId={entry.id} competitionId={entry.competition.id} />,
          },
        ]
      : []),
    ...(handled
      ? [{ key: 'history', label: t('entry.tab.history'), content: <EntryHistory entry={entry} /> }]
      : []),
  ];
  return (
    <DetailPage
      title={titleOf(entry)}
      {...(entry.number ? { code: entry.number } : {})}
      backTo={
        // The list of entries is the office's: a liaison came from their home, which lists those of the unit.
        can('judging.progress') ? `/entries?${place?.list ?? `edition=${entry.competition.id}`}` : '/'
      }
      state={<StateTag of={ENTRY_STATES} tones={ENTRY_TONES} value={entry.state} />}
      actions={place ? <EntryNeighbours place={place} competitionId={entry.competition.id} /> : null}
      transitions={<EntryTransitions entry={entry} />}
      facts={[
        { label: t('entry.category'), value: label(CATEGORIES[entry.category.code]) },
        {
          label: t('entries.column.team'),
          value: entry.team ? (
            <Link to={`/teams/${entry.team.id}`}>
              {titleOf({ title: entry.team.name, titleEn: entry.team.nameEn ?? '' })}
            </Link>
          ) : (
            NOTHING
          ),
        },
        { label: t('entry.edition'), value: titleOf(entry.competition) },
        { label: t('entries.column.submittedAt'), value: formatDateTime(entry.submittedAt) },
        ...(handled ? [{ label: t('entries.column.deadline'), value: formatDateTime(entry.deadline) }] : []),
        ...(entry.award ? [{ label: t('entries.column.award'), value: titleOf(entry.award) }] : []),
        ...(entry.stateReason ? [{ label: t('entry.reason'), value: entry.stateReason }] : []),
      ]}
      tabs={tabs}
    />
  );
}

/** One entry, whole. */
export default function EntryScreen(): ReactNode {
  const { id = '' } = useParams();
  const result = useQuery(ENTRY, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ entry }) => (entry ? <EntryPage key={id} entry={entry} /> : <Missing />)}
    </Loaded>
  );
}
