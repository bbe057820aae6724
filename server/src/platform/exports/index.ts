export { listArguments, listField } from './export-arguments.ts';
export { defineExport, exportedLists } from './export-list.ts';
export { serveExports } from './serve-exports.ts';
export { prepareExport } from './write-export.ts';
