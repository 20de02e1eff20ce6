import { Flags } from '@oclif/core';
import { assembleFromStages } from '../../pipeline/assemble-from-stages.ts';
import { openWorkspace, REPORT_FORMATS } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { render } from '../../pipeline/render.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';

export default class Render extends BaseCommand {
  static override description =
    'Write the reports from the stages saved in the workspace, without reading any source again.';
  static override flags = {
    ...workspaceFlag,
    format: Flags.string({
      description: 'Write only these reports.',
      options: [...REPORT_FORMATS],
      multiple: true,
      env: 'UNSPRAWL_FORMAT',
    }),
  };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { flags } = await this.parse(Render);
    const workspace = await openWorkspace(this.folder(flags.workspace));
    const formats = REPORT_FORMATS.filter((id) => flags.format === undefined || flags.format.includes(id));
    const files = await render(workspace, await assembleFromStages(workspace), formats, ports);
    return {
      document: { workspace: workspace.name, files },
      text: files.map((file) => `${file.kind}  ${file.path}`).join('\n'),
    };
  }
}
