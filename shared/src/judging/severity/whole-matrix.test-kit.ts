import { inverse, Matrix } from 'ml-matrix';
import type { Rating } from './types.ts';

/** The textbook formulas on whole matrices, at given standard deviations: slow, and independent of the engine. */
export function bruteForce(
  ratings: readonly Rating[],
  sd: { entry: number; judge: number; residual: number },
  withOrder = false,
) {
  const ids = (key: (r: Rating) => string) => [...new Set(ratings.map(key))].sort();
  const [entries, judges, categories] = [
    ids((r) => r.entry),
    ids((r) => r.judge),
    ids((r) => r.category ?? ''),
  ];
  const incidence = (list: string[], key: (r: Rating) => string) =>
    new Matrix(ratings.map((r) => list.map((id) => (id === key(r) ? 1 : 0))));
  const z = incidence(entries, (r) => r.entry);
  const w = incidence(judges, (r) => r.judge);
  const x = incidence(categories, (r) => r.category ?? '');
  if (withOrder) x.addColumn(ratings.map((r) => r.order ?? Number.NaN));
  const y = Matrix.columnVector(ratings.map((r) => r.score));
  const v = Matrix.add(
    Matrix.add(z.mmul(z.transpose()).mul(sd.entry ** 2), w.mmul(w.transpose()).mul(sd.judge ** 2)),
    Matrix.eye(ratings.length).mul(sd.residual ** 2),
  );
  const vi = inverse(v);
  const cov = inverse(x.transpose().mmul(vi).mmul(x));
  const beta = cov.mmul(x.transpose()).mmul(vi).mmul(y);
  const projection = Matrix.sub(vi, vi.mmul(x).mmul(cov).mmul(x.transpose()).mmul(vi));
  const part = (q: Matrix, s: number) => {
    const effect = q
      .transpose()
      .mmul(vi)
      .mmul(Matrix.sub(y, x.mmul(beta)))
      .mul(s ** 2);
    const conditional = q
      .transpose()
      .mmul(vi)
      .mmul(q)
      .mul(-(s ** 4));
    const error = q
      .transpose()
      .mmul(projection)
      .mmul(q)
      .mul(-(s ** 4));
    return {
      effect,
      conditional: Matrix.add(Matrix.eye(q.columns).mul(s ** 2), conditional),
      error: Matrix.add(Matrix.eye(q.columns).mul(s ** 2), error),
    };
  };
  const logDet = (m: Matrix): number => {
    const lower = Matrix.zeros(m.rows, m.rows);
    let total = 0;
    for (let i = 0; i < m.rows; i++) {
      for (let j = 0; j <= i; j++) {
        let s = m.get(i, j);
        for (let k = 0; k < j; k++) s -= lower.get(i, k) * lower.get(j, k);
        lower.set(i, j, i === j ? Math.sqrt(s) : s / lower.get(j, j));
      }
      total += 2 * Math.log(lower.get(i, i));
    }
    return total;
  };
  const quadratic = y.transpose().mmul(projection).mmul(y).get(0, 0);
  const criterion =
    logDet(v) - logDet(cov) + quadratic + (ratings.length - x.columns) * Math.log(2 * Math.PI);
  return { entries, judges, entry: part(z, sd.entry), judge: part(w, sd.judge), beta, cov, criterion };
}
