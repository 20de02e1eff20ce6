import { Args, Flags } from '@oclif/core';
import { importFiles } from '../../pipeline/import-files.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';
import { importText } from '../import-text.ts';

export default class Import extends BaseCommand {
  static override description =
    'Recognise exports by their headers, say what each is, and keep a copy with its fingerprint in the inbox.';
  static override examples = [
    '<%= config.bin %> import exports/*.csv',
    '<%= config.bin %> import client.xlsx -w acme --json',
  ];
  static override strict = false;
  static override args = { files: Args.string({ description: 'CSV or XLSX files.', required: true }) };
  static override flags = {
    ...workspaceFlag,
    copy: Flags.boolean({
      description: 'Copy files over 256 MB too, instead of referring to them.',
      env: 'UNSPRAWL_COPY',
    }),
  };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { argv, flags } = await this.parse(Import);
    const workspace = await openWorkspace(this.folder(flags.workspace));
    const result = await importFiles(workspace, argv as string[], { copyLarge: flags.copy }, ports);
    const isComplete = result.files.every((file) => file.status === 'imported' || file.status === 'duplicate');
    const files = result.files.map(({ path, status, profile, rows, problems, proposals }) => ({
      path,
      status,
      profile,
      rows,
      problems,
      ...(proposals.length === 0 ? {} : { proposals }),
    }));
    return { document: { files }, text: importText(result), exitCode: isComplete ? 0 : 3 };
  }
}
