import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '#client/ui/core/notice.ts';
import { type ProblemData, problemsText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { LeaveGuard } from '#client/ui/form/leave-guard.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { type AwardDraft, awardDrafts, awardInputs } from '../award-drafts.ts';
import { AWARDS_REPLACE } from '../documents/edition-writes.ts';
import { awardsLock } from '../edition-locks.ts';
import { isDecimal, moved } from '../weights.ts';
import { AwardFields } from './award-fields.tsx';
import { LockNote } from './lock-note.tsx';
import { REFETCH, type SetupProps } from './setup-props.ts';

/** What is wrong with a lowest total that is no number of a total’s range. */
const NO_TOTAL: ProblemData = { code: 'OUT_OF_RANGE', path: [], params: { min: 0, max: 100 } };

/** The awards of an edition in the order of giving. */
export function SetupAwards(props: SetupProps): ReactNode {
  return <Awards key={props.edition.version} {...props} />;
}

function Awards({ edition, facts, reload }: SetupProps): ReactNode {
  const { t } = useTranslation('competition');
  const stored = awardDrafts(edition.awardRules);
  const [drafts, setDrafts] = useState(stored);
  const [problems, setProblems] = useState<readonly ProblemData[]>([]);
  const [failure, setFailure] = useState<string>();
  const [replace, busy] = useWrite(AWARDS_REPLACE, REFETCH);
  const lock = awardsLock(facts);
  const inputs = awardInputs(drafts);
  const dirty = JSON.stringify(inputs) !== JSON.stringify(awardInputs(stored));
  const malformed = (award: AwardDraft): boolean =>
    award.minimumTotal !== '' && !isDecimal(award.minimumTotal);
  const save = async (): Promise<void> => {
    const outcome = await replace({
      input: { competitionId: edition.id, version: edition.version, awardRules: inputs },
    });
    if (outcome.ok) {
      notice.success(t('setup.saved'));
      return;
    }
    const rest = outcome.problems.filter(({ path }) => path[1] === undefined);
    setProblems(outcome.problems);
    setFailure(outcome.problems.length === 0 ? outcome.message : problemsText(rest));
    if (rest.some(({ code }) => code === 'STALE_VERSION')) reload();
  };
  const change = (key: string, part: Partial<AwardDraft>): void => {
    setProblems([]);
    setDrafts(drafts.map((award) => (award.key === key ? { ...award, ...part } : award)));
  };
  return (
    <>
      <p className="xh-hint xc-gap">{t('awards.hint')}</p>
      <LockNote lock={lock} />
      {failure ? <Alert type="error" showIcon title={failure} className="xh-form-alert" /> : null}
      {drafts.length === 0 ? <EmptyState title={t('awards.empty')} /> : null}
      <ol className="xc-stack">
        {drafts.map((award, i) => (
          <AwardFields
            key={award.key}
            award={award}
            off={lock !== null}
            first={i === 0}
            last={i === drafts.length - 1}
            problem={(field) =>
              field === 'minimumTotal' && malformed(award)
                ? NO_TOTAL
                : problems.find(({ path }) => path.join('.') === `awardRules.${i}.${field}`)
            }
            change={(part) => change(award.key, part)}
            move={(by) => setDrafts(moved(drafts, i, i + by))}
            remove={() => setDrafts(drafts.filter(({ key }) => key !== award.key))}
          />
        ))}
      </ol>
      {lock === null ? (
        <div className="xh-form-foot">
          <Button
            type="primary"
            disabled={!dirty || drafts.some(malformed)}
            loading={busy}
            onClick={() => void save()}
          >
            {t('awards.save')}
          </Button>
          <Button
            icon={<PlusOutlined />}
            onClick={() =>
              setDrafts([
                ...drafts,
                {
                  key: crypto.randomUUID(),
                  id: null,
                  title: '',
                  titleEn: '',
                  basis: '',
                  basisEn: '',
                  scope: 'CATEGORY',
                  quota: 1,
                  minimumTotal: '',
                  tieAtLine: 'DELIBERATE',
                },
              ])
            }
          >
            {t('awards.add')}
          </Button>
        </div>
      ) : null}
      <LeaveGuard active={dirty && !busy} kept={false} />
    </>
  );
}
