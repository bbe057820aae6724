import { describe, expect, it } from 'vitest';
import { withoutLiterals } from './statement-count.ts';

describe('withoutLiterals', () => {
  it.each([
    [`select * from "a1" where x = 'O''Brien' and y = 12.5`, `select * from "a1" where x = ? and y = ?`],
    [`insert into t values (E'it\\'s', -3, $1, $12)`, `insert into t values (?, ?, $1, $12)`],
    [`select $$secret 'text'$$, $tag$more$tag$`, `select ?, ?`],
    [`select "it's 5", '身份证 340500'`, `select "it's 5", ?`],
    [`select e0.id, e0.c2 from t as e0 limit 20`, `select e0.id, e0.c2 from t as e0 limit ?`],
  ])('%s', (sql, expected) => {
    expect(withoutLiterals(sql)).toBe(expected);
  });
});
