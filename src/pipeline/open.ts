// The command line reaches stages through the pipeline alone.

export { RENDERER_IDS as REPORT_FORMATS } from '../renderers/registry.ts';
export { openWorkspace } from '../workspace/workspace.ts';
