import { Flags } from '@oclif/core';
import { ConfigurationError } from '../../errors/audit-error.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { answerNames, type Decider, type GivenAnswer, openReview } from '../../pipeline/review.ts';
import { shareDecisions } from '../../pipeline/share-decisions.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';
import { askNames } from '../review-questions.ts';
import { keptText, openNamesText, sharedText } from '../review-text.ts';

function rawFlag(description: string, env: string) {
  return Flags.string({ description, multiple: true, env, helpValue: 'RAW' });
}

export default class Review extends BaseCommand {
  static override description =
    'Answer the names that need a human; the answers are kept in decisions.yaml and win over the rules.';
  static override examples = [
    '<%= config.bin %> review --by "IT lead"',
    '<%= config.bin %> review --accept "MONDAY 8231=monday"',
    '<%= config.bin %> review --reject "MONDAY COFFEE" --merge "Wiki old=Confluence"',
    '<%= config.bin %> review --share ../shared-decisions.yaml',
  ];
  static override flags = {
    ...workspaceFlag,
    accept: Flags.string({
      description: 'RAW=PRODUCT: this name is that product of the catalogue, or that vendor.',
      multiple: true,
      env: 'UNSPRAWL_ACCEPT',
      helpValue: 'RAW=PRODUCT',
    }),
    reject: rawFlag('This name is not software.', 'UNSPRAWL_REJECT'),
    internal: rawFlag('This name is a tool of the organisation itself.', 'UNSPRAWL_INTERNAL'),
    platform: rawFlag('This name is a client of the platform that it signs in to.', 'UNSPRAWL_PLATFORM'),
    merge: Flags.string({
      description: 'RAW=TOOL: this name is the same as that tool of this workspace.',
      multiple: true,
      env: 'UNSPRAWL_MERGE',
      helpValue: 'RAW=TOOL',
    }),
    by: Flags.string({
      description: 'Role that decides, such as "IT lead"; kept beside each answer.',
      env: 'UNSPRAWL_BY',
      helpValue: 'ROLE',
    }),
    reason: Flags.string({ description: 'Why; kept beside each answer.', env: 'UNSPRAWL_REASON', helpValue: 'TEXT' }),
    share: Flags.string({
      description: 'Add the decisions about names to this file, which other workspaces use as an overlay.',
      env: 'UNSPRAWL_SHARE',
      helpValue: 'FILE',
    }),
  };

  protected async execute(_ports: Ports): Promise<Outcome> {
    const { flags } = await this.parse(Review);
    const workspace = await openWorkspace(this.folder(flags.workspace));
    const decider: Decider = { by: flags.by, reason: flags.reason };
    const given: GivenAnswer[] = [
      ...(flags.accept ?? []).map((text) => pair(text, '')),
      ...(flags.reject ?? []).map((raw) => ({ raw, answer: 'not-software' })),
      ...(flags.internal ?? []).map((raw) => ({ raw, answer: 'internal' })),
      ...(flags.platform ?? []).map((raw) => ({ raw, answer: 'platform-client' })),
      ...(flags.merge ?? []).map((text) => pair(text, 'merge: ')),
    ];
    const kept = given.length === 0 ? [] : await answerNames(workspace, given, decider);
    if (flags.share !== undefined) {
      const now = kept.length === 0 ? workspace : await openWorkspace(workspace.root);
      const shared = await shareDecisions(now, this.folder(flags.share));
      return { document: { workspace: workspace.name, answered: kept, ...shared }, text: sharedText(shared) };
    }
    const review = await openReview(kept.length === 0 ? workspace : await openWorkspace(workspace.root), decider);
    const asks = kept.length === 0 && !flags.json && process.stdin.isTTY === true;
    const answered = asks ? await askNames(review, { input: process.stdin, output: process.stderr }) : kept;
    const text = answered.length > 0 ? keptText(answered) : openNamesText(review.names);
    return { document: { workspace: workspace.name, open: review.names, answered }, text };
  }
}

/** The last `=` divides, since descriptors may hold one. */
function pair(text: string, before: string): GivenAnswer {
  const at = text.lastIndexOf('=');
  if (at < 1 || text.slice(at + 1).trim() === '') {
    throw new ConfigurationError({
      code: 'usage',
      message: `"${text}" does not say what the name is.`,
      nextSteps: ['Write the name as it stands in the source, `=`, and the answer.'],
    });
  }
  return { raw: text.slice(0, at), answer: `${before}${text.slice(at + 1)}` };
}
