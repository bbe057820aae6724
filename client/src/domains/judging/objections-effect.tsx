import { useQuery } from '@apollo/client/react';
import { Alert, Button, Checkbox } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ObjectionPageQuery } from '#client/__generated__/graphql.ts';
import { NOTHING } from '#client/ui/core/format.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { Section } from '#client/ui/show/page.tsx';
import { JUDGING_EDITION } from './edition-documents.ts';
import { useTitleOf } from './edition-page.tsx';
import { COUNTED_SHEETS, OBJECTION_PREVIEW, RESULT_NAMES } from './objections-documents.ts';

/** What removing sheets does. */
export type Effect = NonNullable<NonNullable<ObjectionPageQuery['objection']>['effect']>;
type Place = Effect['changes'][number]['before'];

/** What changes: places and awards, before and after. */
export function EffectTable({ competitionId, effect }: { competitionId: string; effect: Effect }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const edition = useQuery(JUDGING_EDITION, { variables: { id: competitionId } }).data?.competition;
  const names = useQuery(RESULT_NAMES, { variables: { competitionId } });
  const entries = useMemo(
    () =>
      new Map(
        (names.data?.results.nodes[0]?.rows ?? []).flatMap(({ entry }) =>
          entry ? [[entry.id, entry] as const] : [],
        ),
      ),
    [names.data],
  );
  const award = (id: string | null): string => {
    const found = edition?.awardRules.find((one) => one.id === id);
    return found ? titleOf(found) : t('deliberation.noAward');
  };
  const changed = (before: string, after: string): ReactNode =>
    before === after ? (
      after
    ) : (
      <>
        <s>{before}</s> → <b>{after}</b>
      </>
    );
  const place = ({ categoryRank }: Place): string => (categoryRank === null ? NOTHING : String(categoryRank));
  if (effect.changes.length === 0) return <p className="xj-pad">{t('objections.noEffect')}</p>;
  const awards = effect.changes.filter(({ before, after }) => before.awardId !== after.awardId).length;
  return (
    <>
      <p className="xj-pad">
        {t('objections.effectOf', { count: effect.changes.length })}{' '}
        <b>{awards > 0 ? t('objections.awardsChange', { count: awards }) : t('objections.awardsStay')}</b>
      </p>
      <div className="xh-wide">
        <table className="xj-table xj-table-stack">
          <thead>
            <tr>
              <th scope="col">{t('results.entry')}</th>
              <th scope="col">{t('assignment.category')}</th>
              <th scope="col">{t('results.score')}</th>
              <th scope="col">{t('results.place')}</th>
              <th scope="col">{t('results.award')}</th>
            </tr>
          </thead>
          <tbody>
            {effect.changes.map(({ entryId, categoryId, before, after }) => {
              const entry = entries.get(entryId);
              const category = edition?.categories.find(({ id }) => id === categoryId);
              return (
                <tr key={entryId}>
                  <th scope="row">
                    <Link to={`/entries/${entryId}`}>{entry ? titleOf(entry) : NOTHING}</Link>
                    <small>{entry?.number}</small>
                  </th>
                  <td data-label={t('assignment.category')}>{category ? titleOf(category) : ''}</td>
                  <td data-label={t('results.score')}>
                    {changed(before.total ?? NOTHING, after.total ?? NOTHING)}
                  </td>
                  <td data-label={t('results.place')}>{changed(place(before), place(after))}</td>
                  <td data-label={t('results.award')}>
                    {changed(award(before.awardId), award(after.awardId))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Chooses sheets to remove and shows what that would change, before anything is decided. */
export function RemoveSheets(props: {
  objectionId: string;
  competitionId: string;
  entryId: string;
  chosen: readonly string[];
  onChoose: (sheets: readonly string[]) => void;
}): ReactNode {
  const { objectionId, competitionId, entryId, chosen, onChoose } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const sheets = useQuery(COUNTED_SHEETS, { variables: { entryId } }).data?.scoreSheets.nodes ?? [];
  const [preview, busy] = useWrite(OBJECTION_PREVIEW);
  const [shown, setShown] = useState<{ readonly of: readonly string[]; readonly effect: Effect }>();
  const [failure, setFailure] = useState<string>();
  const look = async (): Promise<void> => {
    setFailure(undefined);
    const outcome = await preview({ input: { id: objectionId, removeSheets: [...chosen] } });
    if (!outcome.ok) setFailure(outcome.message);
    else if (outcome.payload.effect) setShown({ of: chosen, effect: outcome.payload.effect });
  };
  return (
    <Section
      title={t('objections.remove')}
      flush
      extra={
        <Button loading={busy} disabled={chosen.length === 0} onClick={() => void look()}>
          {t('objections.preview', { count: chosen.length })}
        </Button>
      }
    >
      <p className="xh-hint xj-pad">{t('objections.removeHint')}</p>
      {failure ? <Alert type="error" showIcon title={failure} /> : null}
      <div className="xh-wide">
        <table className="xj-table xj-table-stack">
          <thead>
            <tr>
              <th scope="col">{t('objections.sheet')}</th>
              <th scope="col">{t('frame.round')}</th>
              <th scope="col" className="xj-right">
                {t('results.score')}
              </th>
              <th scope="col">{t('objections.remark')}</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map((sheet) => (
              <tr key={sheet.id}>
                <th scope="row">
                  <Checkbox
                    checked={chosen.includes(sheet.id)}
                    onChange={({ target }) =>
                      onChoose(
                        target.checked ? [...chosen, sheet.id] : chosen.filter((one) => one !== sheet.id),
                      )
                    }
                  >
                    {sheet.judgeCode}
                  </Checkbox>
                </th>
                <td data-label={t('frame.round')}>{sheet.round ? titleOf(sheet.round) : ''}</td>
                <td className="xj-right" data-label={t('results.score')}>
                  <Link to={`/sheets/${sheet.id}`}>{sheet.total}</Link>
                </td>
                <td>{sheet.remark}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown && shown.of === chosen ? (
        <EffectTable competitionId={competitionId} effect={shown.effect} />
      ) : null}
    </Section>
  );
}
