/** What the model calls a tool that the screen shows under its extension's id. */
const NAME_BY_TOOL_ID: ReadonlyMap<string, string> = new Map([
  ['copilot_readFile', 'read_file'],
  ['copilot_createFile', 'create_file'],
  ['copilot_replaceString', 'replace_string_in_file'],
  ['copilot_multiReplaceString', 'multi_replace_string_in_file'],
  ['copilot_insertEdit', 'insert_edit_into_file'],
  ['copilot_editFiles', 'insert_edit_into_file'],
  ['vscode_editFile_internal', 'insert_edit_into_file'],
  ['copilot_applyPatch', 'apply_patch'],
  ['copilot_editNotebook', 'edit_notebook_file'],
  ['copilot_createDirectory', 'create_directory'],
  ['copilot_listDirectory', 'list_dir'],
  ['copilot_findFiles', 'file_search'],
  ['copilot_findTextInFiles', 'grep_search'],
  ['copilot_searchCodebase', 'semantic_search'],
  ['copilot_getErrors', 'get_errors'],
  ['copilot_getChangedFiles', 'get_changed_files'],
  ['copilot_listCodeUsages', 'list_code_usages'],
  ['copilot_runInTerminal', 'run_in_terminal'],
  ['copilot_getTerminalOutput', 'get_terminal_output'],
  ['copilot_fetchWebPage', 'fetch_webpage'],
  ['vscode_fetchWebPage_internal', 'fetch_webpage'],
  ['copilot_viewImage', 'view_image'],
  ['copilot_memory', 'memory'],
  ['copilot_think', 'think'],
]);

export const toModelToolName = (toolId: string): string => NAME_BY_TOOL_ID.get(toolId) ?? toolId;
