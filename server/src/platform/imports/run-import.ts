import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import type { Job } from '../jobs/define-job.ts';
import type { Tx } from '../write/tx.ts';
import { preparedUseCase, useCase } from '../write/use-case.ts';
import { allowedKind, IMPORT_JOB, sheetOf, writeSheet } from './confirm-import.ts';
import { importPreviewAccess, importRunAccess } from './import.access.ts';
import { ImportPreview, ImportRun } from './import.entity.ts';

interface Waiting {
  readonly previewId: string;
}

/** The confirmed sheet and its import, held; the import is null once it has ended in whatever way. */
async function waiting(
  tx: Tx,
  { previewId }: Waiting,
): Promise<{ readonly preview: ImportPreview; readonly run: ImportRun | null }> {
  const preview = await tx.get(ImportPreview, importPreviewAccess, previewId);
  const run = preview.run ? await tx.get(ImportRun, importRunAccess, preview.run.id) : null;
  if (run) tx.subject = { type: 'ImportRun', id: run.id };
  return { preview, run: run?.state === 'QUEUED' ? run : null };
}

/** Writes a confirmed sheet for whoever confirmed it. A second time it finds nothing to do. */
const write = preparedUseCase(
  'importWrite',
  (read, input: Waiting, { viewer }) => sheetOf(read, input.previewId, viewer),
  async (tx, input, parsed) => {
    const { preview, run } = await waiting(tx, input);
    if (!run || parsed === null) return {};
    const written = await writeSheet(tx, allowedKind(tx.viewer, preview.kind), parsed);
    tx.em.assign(run, { ...written, state: 'DONE' });
    preview.content = null;
    return {};
  },
);

/** Ends an import of which nothing was written, with the reasons. */
const fail = useCase('importFail', async (tx, input: Waiting & { readonly problems: readonly Problem[] }) => {
  const { preview, run } = await waiting(tx, input);
  if (!run) return {};
  tx.em.assign(run, { state: 'FAILED', problems: input.problems });
  preview.content = null;
  return {};
});

/** Writes long sheets that were confirmed, one at a time. */
export const importJob: Job = {
  name: IMPORT_JOB,
  long: true,
  // It is tried again only where a server ended midway: what failed by itself is told at once.
  async run(services, data) {
    const { previewId, accountId } = data as { readonly previewId: string; readonly accountId: string };
    try {
      const outcome = await services.executeFor(accountId, write, { previewId });
      const problems = outcome ? outcome.problems : [problem('IMPORT_RIGHT_LOST')];
      if (problems.length > 0) await services.execute(fail, { previewId, problems });
    } catch (error) {
      services.log.warn({ preview: previewId, error: (error as Error).name }, 'an import failed');
      await services.execute(fail, { previewId, problems: [] });
    }
  },
};
