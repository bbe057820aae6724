import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PanelsPageQuery } from '#client/__generated__/graphql.ts';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { errorText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { type Tone, ToneTag } from '#client/ui/detail/state-tag.tsx';
import { eachWrite } from '#client/ui/list/each-write.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { type JudgingEdition, type JudgingRound, RoundPage, useTitleOf } from './edition-page.tsx';
import { coverageOf, type PanelCoverage } from './panels-coverage.ts';
import { PANEL_SET, PANELS, PANELS_OF } from './panels-documents.ts';
import { PanelEdit } from './panels-edit.tsx';
import './judging.css';

const TONES: Readonly<Record<PanelCoverage['state'], Tone>> = {
  EMPTY: 'draft',
  FEW: 'refused',
  NO_ROOM: 'waiting',
  ENOUGH: 'done',
};

type Board = NonNullable<PanelsPageQuery['assignmentBoard']>;

function PanelsView(props: {
  round: JudgingRound;
  panels: PanelsPageQuery['judgePanels'];
  board: Board;
}): ReactNode {
  const { round, panels, board } = props;
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const titleOf = useTitleOf();
  const manage = useCan()('judge.manage') && round.state !== 'LOCKED';
  const [editing, setEditing] = useState<string>();
  const judges = new Map(board.judges.map((judge) => [judge.id, judge]));
  const seats = new Map<string, number>();
  for (const { members } of panels) for (const { id } of members) seats.set(id, (seats.get(id) ?? 0) + 1);
  const categoryOf = new Map(board.entries.map(({ id, category }) => [id, category.id]));
  const lines = board.categories.map((category) => {
    const panel = panels.find((one) => one.category?.id === category.categoryId);
    const members = (panel?.members ?? []).flatMap(({ id }) => judges.get(id) ?? []);
    const ids = new Set(members.map(({ id }) => id));
    const conflicts = board.conflicts.filter(
      ({ entry, judge }) =>
        entry && judge && ids.has(judge.id) && categoryOf.get(entry.id) === category.categoryId,
    ).length;
    const coverage = coverageOf({
      entries: category.entries,
      judgesPerEntry: round.judgesPerEntry,
      members: members.map((one) => ({
        capacity: one.capacity,
        knows: one.expertise.includes(category.code),
        seats: seats.get(one.id) ?? 1,
      })),
      conflicts,
    });
    return { category, panel, members, conflicts, coverage };
  });
  const edited = lines.find(({ category }) => category.categoryId === editing);
  return (
    <Section title={t('panels.bySeat')} flush>
      <div className="xh-wide">
        <table className="xj-table xj-table-stack">
          <thead>
            <tr>
              <th scope="col">{t('panels.category')}</th>
              <th scope="col">{t('panels.members')}</th>
              <th scope="col" className="xj-right">
                {t('panels.room')}
              </th>
              <th scope="col" className="xj-right">
                {t('panels.conflicts')}
              </th>
              <th scope="col">{t('panels.state')}</th>
              {manage ? <th scope="col">{t('panels.step')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ category, panel, members, conflicts, coverage }) => (
              <tr key={category.categoryId}>
                <th scope="row">
                  {titleOf(category)}
                  <small>{panel?.title ?? t('assignment.entries', { count: category.entries })}</small>
                </th>
                <td>
                  {members.length === 0 ? (
                    <span className="xh-hint">{t('panels.open')}</span>
                  ) : (
                    <ul className="xj-people">
                      {members.map((one) => (
                        <li key={one.id} data-knows={one.expertise.includes(category.code) || undefined}>
                          <Link to={`/judges/${one.id}`}>
                            {one.code} {english && one.nameEn ? one.nameEn : one.name}
                          </Link>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
                <td className="xj-right" data-label={t('panels.room')}>
                  {members.length === 0 ? '' : `${formatNumber(coverage.room)} / `}
                  {formatNumber(coverage.wanted)}
                </td>
                <td className="xj-right" data-label={t('panels.conflicts')}>
                  {formatNumber(conflicts)}
                </td>
                <td>
                  <ToneTag tone={TONES[coverage.state]}>{t(`panels.coverage.${coverage.state}`)}</ToneTag>
                </td>
                {manage ? (
                  <td>
                    <Button size="small" onClick={() => setEditing(category.categoryId)}>
                      {t('panels.edit')}
                    </Button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="xh-hint xj-pad">{t('panels.legend')}</p>
      {edited ? (
        <PanelEdit
          roundId={round.id}
          category={{
            id: edited.category.categoryId,
            code: edited.category.code,
            name: titleOf(edited.category),
          }}
          judges={board.judges}
          title={edited.panel?.title ?? ''}
          members={edited.members.map(({ id }) => id)}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </Section>
  );
}

/** Takes the panels of another round over, category by category. */
function TakeOver({ edition, round }: { edition: JudgingEdition; round: JudgingRound }): ReactNode {
  const { t } = useTranslation('judging');
  const client = useApolloClient();
  const titleOf = useTitleOf();
  const [set, busy] = useWrite(PANEL_SET);
  const from = edition.rounds.find(({ position }) => position === round.position - 1);
  if (!from) return null;
  const run = async (): Promise<void> => {
    try {
      const { data } = await client.query({
        query: PANELS_OF,
        variables: { roundId: from.id },
        fetchPolicy: 'network-only',
      });
      const outcome = await eachWrite(
        data?.judgePanels ?? [],
        ({ title }) => title ?? '',
        ({ category, members, title }) =>
          set({
            input: {
              roundId: round.id,
              categoryId: category?.id ?? '',
              judgeIds: members.filter(({ state }) => state !== 'WITHDRAWN').map(({ id }) => id),
              title,
            },
          }),
      );
      await client.refetchQueries({ include: [PANELS] });
      if (outcome.ok) notice.success(t('panels.tookOver', { round: titleOf(from) }));
      else notice.error(outcome.message);
    } catch (error) {
      notice.error(errorText(error));
    }
  };
  return (
    <Button loading={busy} onClick={() => void run()}>
      {t('panels.takeOver', { round: titleOf(from) })}
    </Button>
  );
}

function Body({ round }: { round: JudgingRound }): ReactNode {
  const result = useQuery(PANELS, { variables: { roundId: round.id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ judgePanels, assignmentBoard }) =>
        assignmentBoard ? (
          <PanelsView round={round} panels={judgePanels} board={assignmentBoard} />
        ) : (
          <Missing />
        )
      }
    </Loaded>
  );
}

/** Who judges which category in a round, and whether that is enough. */
export default function PanelsScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const manage = useCan()('judge.manage');
  return (
    <RoundPage
      title={t('panels.title')}
      hint={t('panels.hint')}
      actions={(edition, round) => (
        <>
          {manage && round.state !== 'LOCKED' ? <TakeOver edition={edition} round={round} /> : null}
          <Link to={`/practice?edition=${edition.id}&round=${round.id}`}>
            <Button>{t('practice.title')}</Button>
          </Link>
          <Link to={`/assignments?edition=${edition.id}&round=${round.id}`}>
            <Button>{t('assignment.title')}</Button>
          </Link>
        </>
      )}
    >
      {(_edition, round) => <Body round={round} />}
    </RoundPage>
  );
}
