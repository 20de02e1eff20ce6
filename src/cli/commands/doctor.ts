import { diagnose } from '../../pipeline/doctor.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';
import { doctorText } from '../doctor-text.ts';

export default class Doctor extends BaseCommand {
  static override description =
    'Show what has come, what is missing for a better audit in the order of its value, and the next command.';
  static override flags = { ...workspaceFlag };

  protected async execute(): Promise<Outcome> {
    const { flags } = await this.parse(Doctor);
    const diagnosis = await diagnose(await openWorkspace(this.folder(flags.workspace)));
    return { document: diagnosis, text: doctorText(diagnosis) };
  }
}
