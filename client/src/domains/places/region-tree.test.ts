import { describe, expect, it } from 'vitest';
import { regionTree } from './region-tree.ts';

const region = (code: string) => ({ id: `id-${code}`, code, name: `名${code}` });

describe('the tree of regions', () => {
  it('follows the codes, whatever the order of the rows', () => {
    const [city, ...rest] = regionTree(
      ['340503001', '340503', '3405', '340504', '340503002'].map(region),
      ({ name }) => name,
    );
    expect(rest).toEqual([]);
    expect(city?.title).toBe('名3405');
    expect(city?.children.map(({ title }) => title)).toEqual(['名340503', '名340504']);
    expect(city?.children[0]?.children.map(({ key }) => key)).toEqual(['id-340503001', 'id-340503002']);
  });

  it('keeps a region whose parent is not among the rows', () => {
    expect(regionTree([region('340503001')], ({ name }) => name)).toHaveLength(1);
  });
});
