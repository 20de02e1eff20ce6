import { Flags } from '@oclif/core';
import { openWorkspace } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { answerNames, type NameAnswer, openNames } from '../../pipeline/review.ts';
import { counted } from '../../util/counted.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';
import { askNames } from '../review-questions.ts';
import { openNameLines } from '../review-text.ts';

export default class Review extends BaseCommand {
  static override description =
    'Answer the names that need a human; the answers are kept in decisions.yaml and win over the rules.';
  static override examples = [
    '<%= config.bin %> review',
    '<%= config.bin %> review --accept "MONDAY 8231=monday"',
    '<%= config.bin %> review --reject "MONDAY COFFEE"',
  ];
  static override flags = {
    ...workspaceFlag,
    accept: Flags.string({
      description: 'RAW=PRODUCT: this name is that product of the catalogue.',
      multiple: true,
      env: 'UNSPRAWL_ACCEPT',
      helpValue: 'RAW=PRODUCT',
    }),
    reject: Flags.string({
      description: 'This name is not software.',
      multiple: true,
      env: 'UNSPRAWL_REJECT',
      helpValue: 'RAW',
    }),
  };

  protected async execute(_ports: Ports): Promise<Outcome> {
    const { flags } = await this.parse(Review);
    const workspace = await openWorkspace(this.folder(flags.workspace));
    const answers: NameAnswer[] = [
      ...(flags.accept ?? []).map(acceptedName),
      ...(flags.reject ?? []).map((raw) => ({ raw, is: 'not-software' })),
    ];
    const names = await openNames(workspace);
    const asks = answers.length === 0 && !flags.json && process.stdin.isTTY === true;
    const given = asks ? await askNames(names) : answers;
    if (given.length > 0) await answerNames(workspace, given);
    const text =
      given.length > 0
        ? `${counted(given.length, 'answer')} kept in decisions.yaml. Next: \`unsprawl audit\`.`
        : [
            ...names.flatMap(openNameLines),
            `${counted(names.length, 'name')} open.`,
            'Answer with --accept "RAW=PRODUCT" or --reject "RAW".',
          ].join('\n');
    return { document: { workspace: workspace.name, open: names, answered: given }, text };
  }
}

/** The last `=` divides, since descriptors may hold one. */
function acceptedName(text: string): NameAnswer {
  const at = text.lastIndexOf('=');
  return { raw: text.slice(0, Math.max(at, 0)), is: text.slice(at + 1) };
}
