import { Alert } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { problemsText } from '../core/problem-text.ts';
import { findingRows, type ImportFindings, type ImportProblem } from './import-findings.ts';

/** As many as the server tells problems at a time; the file is where they are corrected. */
const SHOWN = 500;

function sentences(problems: readonly ImportProblem[]): string {
  return problemsText(problems.map(({ code, params }) => ({ code, path: [], params })));
}

/** The rows as they were read, each problem in its cell. */
export function ImportTable(props: {
  findings: ImportFindings;
  columns: readonly { readonly key: string; readonly label: string }[];
  onlyBad: boolean;
}): ReactNode {
  const { t } = useTranslation('kit');
  const { findings, columns, onlyBad } = props;
  const rows = useMemo(() => findingRows(findings), [findings]);
  const ofSheet = findings.problems.filter(({ row }) => row === 0);
  const shown = rows.filter(({ problems }) => !onlyBad || problems.size > 0).slice(0, SHOWN);
  const keys = new Set(columns.map(({ key }) => key));
  return (
    <>
      {ofSheet.length > 0 ? <Alert type="error" title={sentences(ofSheet)} /> : null}
      {shown.length > 0 ? (
        <div className="xh-wide xh-import-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('import.row')}</th>
                {columns.map(({ key, label }) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ row, cells, problems }) => {
                const ofRow = [...problems].flatMap(([column, found]) => (keys.has(column) ? [] : found));
                return (
                  <tr key={row}>
                    <th scope="row" className={ofRow.length > 0 ? 'xh-import-bad' : undefined}>
                      {row}
                      {ofRow.length > 0 ? <small>{sentences(ofRow)}</small> : null}
                    </th>
                    {columns.map(({ key }) => {
                      const found = problems.get(key);
                      return (
                        <td key={key} className={found ? 'xh-import-bad' : undefined}>
                          {cells[key] ?? ''}
                          {found ? <small>{sentences(found)}</small> : null}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}
