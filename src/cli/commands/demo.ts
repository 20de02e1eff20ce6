import { Args } from '@oclif/core';
import { demo } from '../../pipeline/demo.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { auditText } from '../audit-text.ts';
import { BaseCommand, type Outcome } from '../base-command.ts';

export default class Demo extends BaseCommand {
  static override description = 'Make a workspace of the built-in sample company and audit it.';
  static override examples = ['<%= config.bin %> demo', '<%= config.bin %> demo my-demo'];
  static override args = { dir: Args.string({ description: 'Folder to make.', default: 'unsprawl-demo' }) };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { args } = await this.parse(Demo);
    const result = await demo(this.folder(args.dir), ports);
    return { document: result, text: auditText(result, args.dir) };
  }
}
