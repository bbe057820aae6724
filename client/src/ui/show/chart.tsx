import { BarChartOutlined, PictureOutlined, TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, NOTHING } from '../core/format.ts';
import { type ChartColors, useChartColors } from './chart-theme.ts';
import { Section } from './page.tsx';
import { LoadingState } from './states.tsx';

/** The figures behind a chart; numbers are set to the right and written with separators. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Properties of a chart. */
export interface ChartProps {
  readonly title: string;
  readonly option: EChartsOption;
  readonly table: ChartTable;
  /** CSS pixels. */
  readonly height?: number;
  readonly onPick?: (dataIndex: number, seriesIndex: number) => void;
}

function themed(option: EChartsOption, colors: ChartColors): EChartsOption {
  return {
    color: [...colors.series],
    textStyle: { color: colors.text, fontFamily: 'inherit' },
    backgroundColor: 'transparent',
    animationDuration: 300,
    aria: { enabled: true },
    tooltip: { backgroundColor: colors.surface, borderColor: colors.line, textStyle: { color: colors.text } },
    grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
    ...option,
  };
}

function Canvas({
  option,
  title,
  height,
  onPick,
  onReady,
}: ChartProps & { onReady: (chart: EChartsType | undefined) => void }): ReactNode {
  const { t } = useTranslation('kit');
  const colors = useChartColors();
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType>();
  const [failed, setFailed] = useState(false);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    let live: EChartsType | undefined;
    let resize: ResizeObserver | undefined;
    let current = true;
    import('./echarts.ts').then(
      ({ startChart }) => {
        if (!current || !box.current) return;
        const made = startChart(box.current);
        made.on('click', ({ dataIndex, seriesIndex }) => pick.current?.(dataIndex, seriesIndex ?? 0));
        resize = new ResizeObserver(() => made.resize());
        resize.observe(box.current);
        live = made;
        setChart(made);
        onReady(made);
      },
      () => setFailed(true),
    );
    return () => {
      current = false;
      resize?.disconnect();
      live?.dispose();
      onReady(undefined);
    };
  }, [onReady]);
  useEffect(() => {
    chart?.setOption(themed(option, colors), { notMerge: true });
  }, [chart, option, colors]);
  if (failed) return <p className="xh-hint">{t('chart.failed')}</p>;
  return (
    <div style={{ position: 'relative' }}>
      <div ref={box} style={{ height: height ?? 280 }} role="img" aria-label={title} />
      {chart ? null : <LoadingState />}
    </div>
  );
}

/** The table behind a chart. */
export function ChartTableView({ table, title }: { table: ChartTable; title: string }): ReactNode {
  const numeric = table.columns.map((_, at) => table.rows.some((row) => typeof row[at] === 'number'));
  const right = (at: number): string | undefined => (numeric[at] ? 'xh-number' : undefined);
  return (
    <div className="xh-chart-table">
      <table aria-label={title}>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={column} scope="col" className={right(at)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: figures have no ids, and the rows are never reordered here
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={table.columns[at] ?? `${at}`} className={right(at)}>
                  {typeof cell === 'number' ? formatNumber(cell) : (cell ?? NOTHING)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart with the table behind it and a way to keep it as an image. */
export function Chart(props: ChartProps): ReactNode {
  const { t } = useTranslation('kit');
  const [asTable, setAsTable] = useState(false);
  const [chart, setChart] = useState<EChartsType>();
  const colors = useChartColors();
  const save = (): void => {
    if (!chart) return;
    const link = document.createElement('a');
    link.href = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colors.surface });
    link.download = `${props.title}.png`;
    link.click();
  };
  return (
    <Section
      title={props.title}
      extra={
        <span className="xh-chart-tools">
          <Button
            type="text"
            size="small"
            icon={asTable ? <BarChartOutlined /> : <TableOutlined />}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t('chart.asChart') : t('chart.asTable')}
          </Button>
          {asTable ? null : (
            <Button
              type="text"
              size="small"
              icon={<PictureOutlined />}
              aria-label={t('chart.saveImage')}
              title={t('chart.saveImage')}
              disabled={!chart}
              onClick={save}
            />
          )}
        </span>
      }
    >
      {asTable ? (
        <ChartTableView table={props.table} title={props.title} />
      ) : (
        <Canvas {...props} onReady={setChart} />
      )}
    </Section>
  );
}
