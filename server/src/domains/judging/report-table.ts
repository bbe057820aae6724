/** A cell: text, a number with the column's places, or nothing. */
export type ReportCell = string | number | null;

export interface ReportColumn {
  readonly heading: string;
  /** Decimal places of a number; a column of text has none. */
  readonly places?: number;
  /** Share of the width on paper. */
  readonly weight?: number;
  /** Left out where no row has anything in it. */
  readonly optional?: boolean;
}

/** One section of the report: a table on paper, a sheet of the workbook. */
export interface ReportTable {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Without the optional columns that nobody has anything in. */
export function withoutEmpty(table: ReportTable): ReportTable {
  const kept = table.columns.map(
    ({ optional }, index) => optional !== true || table.rows.some((row) => (row[index] ?? '') !== ''),
  );
  return {
    ...table,
    columns: table.columns.filter((_, index) => kept[index]),
    rows: table.rows.map((row) => row.filter((_, index) => kept[index])),
  };
}
