import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Larger files belong to screens few people open; compressing them hard would hold up every build. */
const LARGEST = 1_000_000;

/** Writes a Brotli copy beside every script and style sheet, so that the server sends it without compressing again. */
export async function precompress(directory) {
  const files = readdirSync(directory).filter((name) => /\.(js|mjs|css|svg)$/.test(name));
  const queue = [...files];
  const worker = async () => {
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const content = readFileSync(join(directory, name));
      if (content.length < 1024 || content.length > LARGEST) continue;
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      };
      writeFileSync(join(directory, `${name}.br`), await compress(content, { params }));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}
