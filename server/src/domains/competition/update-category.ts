import { ref } from '@mikro-orm/core';
import { textProblem } from '@xinghuo/shared/kernel/text-limits';
import { useCase } from '../../platform/write/use-case.ts';
import { Unit, unitAccess } from '../units/index.ts';
import { Category } from './category.entity.ts';
import { categoryAccess } from './competition.access.ts';

interface Input {
  readonly id: string;
  readonly version: number;
  readonly title?: string | null;
  readonly titleEn?: string | null;
  readonly leadHostId?: string | null;
}

/** Changes a category's names and the unit that answers for it. */
export const updateCategory = useCase('categoryUpdate', async (tx, input: Input) => {
  const category = await tx.get(Category, categoryAccess, input.id, {
    right: 'manage',
    version: input.version,
  });
  if (typeof input.title === 'string')
    tx.note(textProblem('title', input.title, { max: 40, required: true }));
  tx.note(textProblem('titleEn', input.titleEn, { max: 100 }));
  tx.settle();
  category.title = input.title?.trim() ?? category.title;
  category.titleEn = input.titleEn?.trim() ?? category.titleEn;
  if (input.leadHostId === '') category.leadHost = null;
  else if (input.leadHostId) {
    category.leadHost = ref(
      await tx.get(Unit, unitAccess, input.leadHostId, { path: 'leadHostId', lock: 'share' }),
    );
  }
  return { category: category.id };
});
