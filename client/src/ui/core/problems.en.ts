import type { IMPORT_PROBLEMS } from '@xinghuo/shared/imports/imports';
import type { FILE_PROBLEMS } from '@xinghuo/shared/kernel/file-problems';
import type { KERNEL_PROBLEMS } from '@xinghuo/shared/kernel/problems';
import type { SHEET_PROBLEMS } from '@xinghuo/shared/kernel/sheet-problems';

/** A sentence for every refusal that any domain may give. */
const kernelProblems = {
  STATE_NOT_ALLOWED: 'This step is not possible in the present state. Refresh and look again.',
  RIGHT_MISSING: 'Your account may not take this step.',
  STALE_VERSION:
    'Somebody else has just changed this. What you typed is still here: reload, then submit again.',
  REQUIRED: 'Please fill this in.',
  TOO_LONG: 'At most {{max}} characters; there are {{length}}.',
  TOO_SHORT: 'At least {{min}} characters; there are {{length}}.',
  OUT_OF_RANGE: 'Must be between {{min}} and {{max}}.',
  INVALID_FORMAT: 'Not in the expected form: {{expected}}.',
  NOT_FOUND: 'Not found: it may have been removed, or you may not see it.',
  ALREADY_EXISTS: 'There is one like this already: {{key}}.',
  IN_USE: 'In use by {{by}}, so it cannot be removed.',
  REASON_REQUIRED: 'Please give the reason.',
  DATES_OUT_OF_ORDER: 'The dates are out of order: {{earlier, date}} must come before {{later, date}}.',
  TOO_MANY: 'Too many: at most {{max}}.',
  DUPLICATE: 'The same value is given twice.',
} satisfies Record<keyof typeof KERNEL_PROBLEMS, string>;

/** A sentence for every reason why an uploaded file was refused. */
const fileProblems = {
  FILE_EMPTY: 'The file is empty.',
  FILE_TOO_LARGE: 'The file is too large; the limit is {{maxBytes, bytes}}.',
  FILE_TYPE_NOT_ALLOWED: 'This kind of file cannot be used here[[ (it is {{found}})]].[[ Use {{allowed}}.]]',
  FILE_NAME_MISMATCH: 'The file is named .{{extension}} but is in fact {{found}}.',
  FILE_POLYGLOT: 'A second format is hidden in the file, so it is not accepted.',
  FILE_ENCRYPTED: 'The file needs a password to open. Remove the password and upload it again.',
  FILE_TRUNCATED: 'The end of the file is missing. Export it again and upload that.',
  FILE_DAMAGED: 'The file is damaged. Export it again and upload that.',
  FILE_HAS_MACROS: 'The file contains macros. Save it in a format without macros and upload that.',
  UPLOAD_INCOMPLETE: 'The upload stopped before the end. Please upload the file again.',
  STORAGE_FULL: 'The server has no room left. Please tell a system administrator.',
  UPLOADS_TOO_MANY: 'Too many files within an hour; the limit is {{max}}. Please wait and try again.',
} satisfies Record<keyof typeof FILE_PROBLEMS, string>;

/** A sentence for whatever can be wrong with an imported sheet. */
const sheetProblems = {
  CELL_REQUIRED: 'This cell must be filled in.',
  CELL_NOT_A_NUMBER: 'Must be a number[[ with at most {{places}} decimals]].',
  CELL_OUT_OF_RANGE: 'Must be between {{min}} and {{max}}.',
  CELL_NOT_IN_LIST: 'Not one of the possible values.[[ Did you mean “{{nearest}}”?]]',
  CELL_TOO_LONG: 'At most {{max}} characters; there are {{length}}.',
  CELL_TOO_SHORT: 'At least {{min}} characters; there are {{length}}.',
  CELL_FORMULA: 'This is a formula. Paste it as a value.',
  CELL_ERROR: 'This is a spreadsheet error, such as #N/A.',
  CELL_NOT_A_DATE: 'Must be a date that exists[[, as {{expected}}]].',
  CELL_NOT_A_MAIL: 'Must be one email address.',
  CELL_MALFORMED: 'Not in the expected form[[: {{expected}}]].',
  ROW_DUPLICATE_KEY: 'The same as row {{firstRow}}.',
  COLUMN_MISSING: 'The column “{{heading}}” is missing.',
  COLUMN_UNKNOWN: 'Column {{at}}, “{{heading}}”, is not known.[[ Did you mean “{{nearest}}”?]]',
  COLUMN_TWICE: 'Column {{at}} repeats an earlier one.',
  SHEET_EMPTY: 'There is no data in the sheet.',
  SHEET_TOO_LARGE: 'The sheet is too large; the limit is {{max}}.',
  SHEET_UNREADABLE:
    'The file cannot be read. Save it from the template as .xlsx, or as .csv in UTF-8[[ (line {{line}})]].',
} satisfies Record<keyof typeof SHEET_PROBLEMS, string>;

const importProblems = {
  IMPORT_HAS_PROBLEMS:
    'The sheet has {{count}} problems and nothing of it was imported. Correct it and send it again.',
  IMPORT_RIGHT_LOST:
    'Whoever confirmed the import may no longer import this; nothing was written. Let somebody who may import the sheet.',
  IMPORT_EXPIRED: 'The preview is older than {{minutes}} minutes. Send the sheet again.',
  ROW_KEY_AMBIGUOUS: 'This name fits more than one. Write the full name or the code.',
  ROW_NOT_ALLOWED: 'The record of this row is in a state that an import must not change.',
} satisfies Record<keyof typeof IMPORT_PROBLEMS, string>;

/** The sentences of everything that is not of one domain. */
export const platformProblems = { ...kernelProblems, ...fileProblems, ...sheetProblems, ...importProblems };
