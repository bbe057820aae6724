import {
  RULE_KINDS,
  type RuleKind,
  ruleOf,
  ruleProblems,
  type ScoringRule,
} from '@xinghuo/shared/judging/scoring/rules';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { Alert, Button, InputNumber, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { LeaveGuard } from '#client/ui/form/leave-guard.tsx';
import { EDITION_UPDATE } from '../documents/edition-writes.ts';
import { ruleLock } from '../edition-locks.ts';
import { readRule } from '../rule-example.ts';
import { Labelled } from './labelled.tsx';
import { LockNote } from './lock-note.tsx';
import { RuleExample } from './rule-example-table.tsx';
import { REFETCH, type SetupProps } from './setup-props.ts';

/** Numbers of a trimmed mean: how many are dropped, how many must stay. */
const TRIMMING = [
  ['dropHigh', 0, 20],
  ['dropLow', 0, 20],
  ['minimumKept', 1, 50],
] as const;

/** The official scoring rule: chosen before marking, told in words, with an example the engine computes. */
export function SetupRule({ edition, facts, reload }: SetupProps): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const stored = readRule(edition.scoringRule) ?? ruleOf('TRIMMED_MEAN');
  const [rule, setRule] = useState<ScoringRule>(stored);
  const [failure, setFailure] = useState<string>();
  const [update, busy] = useWrite(EDITION_UPDATE, REFETCH);
  const lock = ruleLock(facts);
  const off = lock !== null;
  const dirty = JSON.stringify(rule) !== JSON.stringify(stored);
  const save = async (): Promise<void> => {
    const { id, version } = edition;
    const outcome = await update({ input: { id, version, scoringRule: rule } });
    setFailure(outcome.ok ? undefined : outcome.message);
    if (outcome.ok) notice.success(t('setup.saved'));
    else if (outcome.problems.some(({ code }) => code === 'STALE_VERSION')) reload();
  };
  return (
    <>
      <p className="xh-hint xc-gap">{t('rule.hint')}</p>
      <LockNote lock={lock} />
      {failure ? <Alert type="error" showIcon title={failure} className="xh-form-alert" /> : null}
      <div className="xc-rule">
        <div>
          <Radio.Group
            className="xc-rules"
            aria-label={t('rule.choose')}
            value={rule.kind}
            disabled={off}
            onChange={(event: { target: { value?: RuleKind } }) =>
              setRule({ ...rule, kind: event.target.value ?? rule.kind })
            }
            options={valuesOf(RULE_KINDS).map((value) => ({ value, label: label(RULE_KINDS[value]) }))}
          />
          <div className="xc-explain">
            <p>{t(`rule.explain.${rule.kind}`, { high: rule.dropHigh, low: rule.dropLow })}</p>
            <p>{t('rule.words', { decimals: rule.decimals, rounding: t(`rule.${rule.rounding}`) })}</p>
          </div>
          <div className="xc-grid">
            {rule.kind === 'TRIMMED_MEAN'
              ? TRIMMING.map(([field, min, max]) => (
                  <Labelled
                    key={field}
                    label={t(`rule.${field}`)}
                    {...(field === 'minimumKept' ? { hint: t('rule.minimumKeptHint') } : {})}
                  >
                    {(id) => (
                      <InputNumber
                        id={id}
                        value={rule[field]}
                        min={min}
                        max={max}
                        precision={0}
                        disabled={off}
                        onChange={(value) => setRule({ ...rule, [field]: value ?? min })}
                      />
                    )}
                  </Labelled>
                ))
              : null}
            <Labelled label={t('rule.decimals')}>
              {(id) => (
                <InputNumber
                  id={id}
                  value={rule.decimals}
                  min={0}
                  max={10}
                  precision={0}
                  disabled={off}
                  onChange={(value) => setRule({ ...rule, decimals: value ?? 2 })}
                />
              )}
            </Labelled>
            <Labelled label={t('rule.rounding')}>
              {(id) => (
                <Select<ScoringRule['rounding']>
                  id={id}
                  value={rule.rounding}
                  disabled={off}
                  options={(['HALF_UP', 'HALF_EVEN'] as const).map((value) => ({
                    value,
                    label: t(`rule.${value}`),
                  }))}
                  onChange={(rounding) => setRule({ ...rule, rounding })}
                />
              )}
            </Labelled>
          </div>
          {off ? null : (
            <div className="xh-form-foot">
              <Button
                type="primary"
                disabled={!dirty || ruleProblems(rule).length > 0}
                loading={busy}
                onClick={() => void save()}
              >
                {t('rule.save')}
              </Button>
            </div>
          )}
        </div>
        <RuleExample rule={rule} />
      </div>
      <LeaveGuard active={dirty && !busy} kept={false} />
    </>
  );
}
