import { Flags } from '@oclif/core';
import { audit } from '../../pipeline/audit.ts';
import { openWorkspace, REPORT_FORMATS } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { auditText } from '../audit-text.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';

export default class Audit extends BaseCommand {
  static override description = 'Run all stages on what was imported and write the reports.';
  static override examples = ['<%= config.bin %> audit', '<%= config.bin %> audit -w acme --json'];
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
    const { flags } = await this.parse(Audit);
    const workspace = await openWorkspace(this.folder(flags.workspace));
    const formats = REPORT_FORMATS.filter((id) => flags.format === undefined || flags.format.includes(id));
    const result = await audit(workspace, ports, formats);
    return { document: result, text: auditText(result, flags.workspace === '.' ? '' : flags.workspace) };
  }
}
