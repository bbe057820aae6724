/** Points to either side of zero that hold every judge's interval, a round number. */
export function judgeScale(
  judges: readonly { readonly severity: number; readonly standardError: number }[],
): number {
  const most = Math.max(
    1,
    ...judges.map(({ severity, standardError }) => Math.abs(severity) + 1.96 * standardError),
  );
  return [2, 5, 10, 15, 20, 30, 40, 50].find((one) => one >= most) ?? 100;
}
