import './console.css';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { JudgePracticeQuery } from '#client/__generated__/graphql.ts';
import { useNarrow, useTitle } from '#client/ui/core/environment.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useStored } from '#client/ui/core/stored.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { CriterionCard, markId } from './console-criterion.tsx';
import { ConsoleDocuments } from './console-documents.tsx';
import { Split } from './console-split.tsx';
import { Swipe } from './console-swipe.tsx';
import { useTitleOf } from './edition-page.tsx';
import { type Typing, typeKey } from './judge-keys.ts';
import { sumSheet } from './judge-marks.ts';
import { JUDGE_PRACTICE, PRACTICE_SUBMIT } from './practice-documents.ts';
import { ExemplarPaper } from './practice-exemplar.tsx';
import { PracticeFeedback } from './practice-feedback.tsx';

type Practice = NonNullable<JudgePracticeQuery['practice']>;

/** One practice entry: marked like a real one, then the own marks beside the agreed ones. */
export default function PracticeScreen(): ReactNode {
  const { id = '' } = useParams();
  const result = useQuery(JUDGE_PRACTICE, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ practice }) =>
        practice && (practice.entry || practice.exemplar) ? (
          <Practising key={id} practice={practice} />
        ) : (
          <Missing />
        )
      }
    </Loaded>
  );
}

const readMarks = (value: unknown): Readonly<Record<string, string>> | undefined =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')
    ? (value as Readonly<Record<string, string>>)
    : undefined;

const focus = (id: string): void => document.getElementById(id)?.focus();

function Practising({ practice }: { practice: Practice }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const { entry, exemplar } = practice;
  const [marks, setMarks] = useStored<Readonly<Record<string, string>>>(
    `practice:${practice.id}`,
    {},
    readMarks,
  );
  const [document_, setDocument] = useState('paper');
  const [active, setActive] = useState(practice.criteria[0]?.id ?? '');
  const typing = useRef<Typing>({ criterion: '', text: '' });
  const [begun] = useState(() => Date.now());
  const [submit, busy] = useWrite(PRACTICE_SUBMIT);
  const sum = useMemo(() => sumSheet(practice.criteria, marks), [practice.criteria, marks]);
  const text = entry ?? exemplar;
  const title = text ? titleOf(text) : '';
  useTitle(t('practice.of', { title }));
  const mark = (criterion: string, value: string): void => {
    typing.current = { criterion: '', text: '' };
    setMarks({ ...marks, [criterion]: value });
  };
  const tab = (from: string, by: 1 | -1): boolean => {
    const target = practice.criteria[practice.criteria.findIndex((one) => one.id === from) + by];
    if (target) focus(markId(target.id));
    return target !== undefined;
  };
  const type = (key: string): void => {
    const criterion = practice.criteria.find((one) => one.id === active);
    const typed = criterion ? typeKey(typing.current, active, key, criterion) : undefined;
    if (!typed) return;
    typing.current = typed.typing;
    if (typed.value !== undefined) setMarks({ ...marks, [active]: typed.value });
    focus(markId(active));
  };
  const send = async (): Promise<void> => {
    const missing = practice.criteria.find((one) => (marks[one.id] ?? '') === '');
    if (missing) {
      focus(markId(missing.id));
      return;
    }
    const outcome = await submit({
      input: {
        id: practice.id,
        marks: practice.criteria.map((one) => ({ criterionId: one.id, value: marks[one.id] ?? '' })),
        secondsSpent: Math.min(86_400, Math.round((Date.now() - begun) / 1000)),
        idempotencyKey: crypto.randomUUID(),
      },
    });
    if (!outcome.ok) notice.error(outcome.message);
    else setMarks({});
  };
  const left = (
    <div className="xh-console-side xh-console-left">
      {entry ? <ConsoleDocuments entry={entry} current={document_} onChoose={setDocument} /> : null}
      {exemplar ? <ExemplarPaper exemplar={exemplar} /> : null}
    </div>
  );
  const right = (
    <section className="xh-console-side xh-console-right" aria-label={t('console.rubric')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: digits mark wherever the focus stands in the rubric */}
      <div
        className="xh-console-rubric"
        onKeyDown={(event) => {
          if (/^[0-9.]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            type(event.key);
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      >
        {practice.mine ? (
          <PracticeFeedback criteria={practice.criteria} own={practice.mine.marks} agreed={practice.agreed} />
        ) : (
          <>
            <Alert type="info" showIcon title={t('practice.notice')} description={t('practice.noticeHint')} />
            {practice.criteria.map((criterion) => (
              <CriterionCard
                key={criterion.id}
                criterion={criterion}
                mark={marks[criterion.id] ?? ''}
                comment={null}
                active={active === criterion.id}
                readOnly={false}
                onActivate={() => setActive(criterion.id)}
                onMark={(value) => mark(criterion.id, value)}
                onComment={() => undefined}
                onTab={(by) => tab(criterion.id, by)}
                onLeave={() => undefined}
              />
            ))}
          </>
        )}
      </div>
      <footer className="xh-console-foot">
        <div className="xh-console-sum">
          {practice.mine ? null : (
            <span>
              {t('console.foot.total')} <b>{sum.total}</b>{' '}
              <small className="xh-so-far">
                {t('practice.marked', { marked: sum.marked, total: practice.criteria.length })}
              </small>
            </span>
          )}
        </div>
        {practice.mine ? (
          <Button type="primary" size="large" onClick={() => void navigate('/judge')}>
            {t('practice.goOn')}
          </Button>
        ) : (
          <Button
            type="primary"
            size="large"
            loading={busy}
            disabled={!sum.complete}
            onClick={() => void send()}
          >
            {t('practice.submit')}
          </Button>
        )}
      </footer>
    </section>
  );
  return (
    <div className="xh-console">
      <header className="xh-console-bar">
        <Link
          to="/judge"
          className="xh-console-back"
          aria-label={t('console.back')}
          title={t('console.back')}
        >
          <ArrowLeftOutlined />
        </Link>
        <div className="xh-console-what">
          <h1 title={title}>{title}</h1>
          <p>
            <b>{t('practice.tag')}</b>
            <span>{practice.category ? titleOf(practice.category) : ''}</span>
          </p>
        </div>
      </header>
      {narrow ? (
        <Swipe
          left={left}
          right={right}
          marked={practice.mine ? practice.criteria.length : sum.marked}
          total={practice.criteria.length}
          startRight={practice.mine !== null}
        />
      ) : (
        <Split left={left} right={right} />
      )}
    </div>
  );
}
