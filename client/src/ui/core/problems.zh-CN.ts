import type { IMPORT_PROBLEMS } from '@xinghuo/shared/imports/imports';
import type { FILE_PROBLEMS } from '@xinghuo/shared/kernel/file-problems';
import type { KERNEL_PROBLEMS } from '@xinghuo/shared/kernel/problems';
import type { SHEET_PROBLEMS } from '@xinghuo/shared/kernel/sheet-problems';

/** A sentence for every refusal that any domain may give. */
const kernelProblems = {
  STATE_NOT_ALLOWED: '当前状态不能执行这一步，请刷新后再看',
  RIGHT_MISSING: '您的账号没有执行这一步的权限',
  STALE_VERSION: '其他人刚刚修改过这里；您填写的内容还在，请重新载入后再提交',
  REQUIRED: '请填写此项',
  TOO_LONG: '最多 {{max}} 个字，现在 {{length}} 个字',
  TOO_SHORT: '至少 {{min}} 个字，现在 {{length}} 个字',
  OUT_OF_RANGE: '应在 {{min}} 到 {{max}} 之间',
  INVALID_FORMAT: '格式不对，应为：{{expected}}',
  NOT_FOUND: '找不到这一项，可能已被删除，或您无权查看',
  ALREADY_EXISTS: '已经有相同的记录：{{key}}',
  IN_USE: '正在被使用（{{by}}），不能删除',
  REASON_REQUIRED: '请写明理由',
  DATES_OUT_OF_ORDER: '时间先后不对：{{earlier, date}} 应早于 {{later, date}}',
  TOO_MANY: '数量超出上限，最多 {{max}}',
  DUPLICATE: '同样的内容填了两次',
} as const satisfies Record<keyof typeof KERNEL_PROBLEMS, string>;

/** A sentence for every reason why an uploaded file was refused. */
const fileProblems = {
  FILE_EMPTY: '文件是空的',
  FILE_TOO_LARGE: '文件太大，上限是 {{maxBytes, bytes}}',
  FILE_TYPE_NOT_ALLOWED: '这里不收这种文件[[（实际是 {{found}}）]][[，可以用：{{allowed}}]]',
  FILE_NAME_MISMATCH: '文件内容与扩展名不符：名字是 .{{extension}}，实际是 {{found}}',
  FILE_POLYGLOT: '文件里夹带了另一种格式的内容，不能接收',
  FILE_ENCRYPTED: '文件设有打开密码，请去掉密码后再传',
  FILE_TRUNCATED: '文件不完整，缺少结尾，请重新导出后再传',
  FILE_DAMAGED: '文件已损坏，请重新导出后再传',
  FILE_HAS_MACROS: '文件含有宏，请另存为不含宏的格式后再传',
  UPLOAD_INCOMPLETE: '没有传完就中断了，请重新上传',
  STORAGE_FULL: '服务器存储空间已满，请联系系统管理员',
  UPLOADS_TOO_MANY: '一小时内上传的文件太多（上限 {{max}} 个），请稍后再传',
} as const satisfies Record<keyof typeof FILE_PROBLEMS, string>;

/** A sentence for whatever can be wrong with an imported sheet. */
const sheetProblems = {
  CELL_REQUIRED: '此格不能为空',
  CELL_NOT_A_NUMBER: '应填数字[[，最多 {{places}} 位小数]]',
  CELL_OUT_OF_RANGE: '应在 {{min}} 到 {{max}} 之间',
  CELL_NOT_IN_LIST: '不是可选的值[[，是不是“{{nearest}}”？]]',
  CELL_TOO_LONG: '最多 {{max}} 个字，现在 {{length}} 个字',
  CELL_TOO_SHORT: '至少 {{min}} 个字，现在 {{length}} 个字',
  CELL_FORMULA: '这一格是公式，请粘贴为数值',
  CELL_ERROR: '这一格是表格软件的错误值（如 #N/A）',
  CELL_NOT_A_DATE: '应填真实存在的日期[[，格式 {{expected}}]]',
  CELL_NOT_A_MAIL: '应填一个邮箱地址',
  CELL_MALFORMED: '格式不对[[，应为：{{expectedZh}}]]',
  ROW_DUPLICATE_KEY: '与第 {{firstRow}} 行重复',
  COLUMN_MISSING: '缺少“{{heading}}”这一列',
  COLUMN_UNKNOWN: '{{at}} 列“{{heading}}”不认识[[，是不是“{{nearest}}”？]]',
  COLUMN_TWICE: '{{at}} 列与前面的列重复',
  SHEET_EMPTY: '表里没有数据',
  SHEET_TOO_LARGE: '表格太大，超出上限 {{max}}',
  SHEET_UNREADABLE: '文件读不出来，请用模板另存为 .xlsx 或 UTF-8 编码的 .csv[[（第 {{line}} 行）]]',
} as const satisfies Record<keyof typeof SHEET_PROBLEMS, string>;

const importProblems = {
  IMPORT_HAS_PROBLEMS: '表里有 {{count}} 处问题，一行都没有导入；请改好后重新上传',
  IMPORT_RIGHT_LOST: '确认导入的人已没有这项权限，没有写入任何数据。请由有权限的人员重新导入',
  IMPORT_EXPIRED: '预览已超过 {{minutes}} 分钟，请重新上传表格',
  ROW_KEY_AMBIGUOUS: '这个名称对应不止一项，请写全称或代码',
  ROW_NOT_ALLOWED: '这一行对应的记录当前状态不允许通过导入修改',
} as const satisfies Record<keyof typeof IMPORT_PROBLEMS, string>;

/** The sentences of everything that is not of one domain. */
export const platformProblems = { ...kernelProblems, ...fileProblems, ...sheetProblems, ...importProblems };
