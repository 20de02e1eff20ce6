import { diagnose } from '../../pipeline/doctor.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';
import { doctorText } from '../doctor-text.ts';

const WELCOME = [
  'There is no workspace here.',
  '  unsprawl demo          shows what a report looks like, on a sample company',
  '  unsprawl init acme     makes a workspace for Acme',
  '  unsprawl --help        lists every verb',
].join('\n');

/** `unsprawl` alone: what is there, what is missing most, the next command. */
export default class Status extends BaseCommand {
  static override hidden = true;
  static override description = 'What `unsprawl` alone prints.';
  static override flags = { ...workspaceFlag };

  protected async execute(): Promise<Outcome> {
    const { flags } = await this.parse(Status);
    const workspace = await openWorkspace(this.folder(flags.workspace)).catch((thrown: { code?: string }) => {
      if (thrown.code === 'no-workspace') return null;
      throw thrown;
    });
    if (workspace === null) return { document: { workspace: null }, text: WELCOME };
    const diagnosis = await diagnose(workspace);
    return { document: diagnosis, text: doctorText(diagnosis) };
  }
}
