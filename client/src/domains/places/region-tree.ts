import { parentCode } from '@xinghuo/shared/places/region';

/** What the tree needs of a region. */
export interface TreeRegion {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | null | undefined;
}

/** A node as the tree control takes it; `key` and `value` are the region's id. */
export interface RegionNode {
  readonly key: string;
  readonly value: string;
  readonly title: string;
  readonly children: RegionNode[];
}

/** The tree of regions by their codes: a code begins with that of the region above. Orphans stand at the top. */
export function regionTree(
  regions: readonly TreeRegion[],
  nameOf: (region: TreeRegion) => string,
): RegionNode[] {
  const nodes = new Map<string, RegionNode>();
  const roots: RegionNode[] = [];
  for (const region of [...regions].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const node: RegionNode = { key: region.id, value: region.id, title: nameOf(region), children: [] };
    nodes.set(region.code, node);
    const above = parentCode(region.code);
    const parent = above === null ? undefined : nodes.get(above);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}
