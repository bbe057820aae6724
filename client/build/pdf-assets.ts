import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('.', import.meta.resolve('pdfjs-dist/package.json')));
/** Character maps for Chinese type that a document does not embed, the standard faces, and image decoders. */
const FOLDERS = ['cmaps', 'standard_fonts', 'wasm'];

/** Serves what pdf.js reads at run time under `/pdfjs/`, from the installed package: nothing comes from a CDN. */
export function pdfAssets(): Plugin {
  return {
    name: 'xinghuo-pdf-assets',
    configureServer(server) {
      server.middlewares.use('/pdfjs', async (request, response, next) => {
        const path = normalize(join(ROOT, decodeURIComponent((request.url ?? '').split('?')[0] ?? '')));
        const allowed = FOLDERS.some((folder) => path.startsWith(join(ROOT, folder) + sep));
        const found = allowed ? await stat(path).catch(() => undefined) : undefined;
        if (!found?.isFile()) return next();
        createReadStream(path).pipe(response);
      });
    },
    async generateBundle() {
      for (const folder of FOLDERS) {
        for (const name of await readdir(join(ROOT, folder))) {
          const source = await readFile(join(ROOT, folder, name));
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source });
        }
      }
    },
  };
}
