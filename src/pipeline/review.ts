import { decisionKey } from '../catalog/decisions.ts';
import { search } from '../catalog/search.ts';
import { ConfigurationError } from '../errors/audit-error.ts';
import type { Decisions } from '../model/policy.ts';
import type { Catalogue } from '../model/product.ts';
import type { OpenName } from '../model/reconciliation.ts';
import { Snapshot } from '../model/snapshot.ts';
import { stakeOrder } from '../util/stake-order.ts';
import { readStageIfAny } from '../workspace/stage-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readSnapshot } from './analyze.ts';
import { catalogueOf } from './catalogue.ts';
import { type KeptAnswer, keepAnswers } from './keep-decisions.ts';
import { holdsAddress } from './personal-text.ts';
import { type AnswerContext, type Unclear, type Understood, understand } from './understand-answer.ts';

/** An answer as a person gave it, still to be understood. */
export interface GivenAnswer {
  readonly raw: string;
  readonly answer: string;
}

export interface Decider {
  /** Role, such as `IT lead`. */
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
}

/** What a conversation about the open names needs. */
export interface Review {
  /** Not yet answered, most money and rows first. */
  readonly names: readonly OpenName[];
  readonly understand: (answer: string) => Understood;
  /** Products that a word finds, nearest first. */
  readonly search: (word: string) => readonly { readonly id: string; readonly name: string; readonly vendor: string }[];
  /** On disk when it resolves. */
  readonly keep: (answer: KeptAnswer) => Promise<void>;
}

function isMerged({ merges }: Decisions, raw: string): boolean {
  const key = decisionKey(undefined, raw);
  return merges.some(({ names }) => names.some((name) => decisionKey(undefined, name) === key));
}

/** Names that need a human: those of the last snapshot that nobody has settled since, most at stake first. */
export async function openNames(workspace: Workspace, catalogue: Catalogue): Promise<readonly OpenName[]> {
  const isSettled = ({ kind, raw }: OpenName): boolean => {
    const { rule, status } = catalogue.resolve(kind, raw);
    return (rule === 'decision' && status !== 'review') || isMerged(workspace.decisions, raw);
  };
  return (await readSnapshot(workspace)).openNames.filter((name) => !isSettled(name)).sort(stakeOrder);
}

/** The catalogue of the workspace, and its tools where a snapshot is there. */
export async function answerContext(workspace: Workspace): Promise<AnswerContext> {
  const snapshot = await readStageIfAny(workspace.snapshotFolder, 'snapshot', Snapshot);
  return { catalogue: await catalogueOf(workspace), tools: snapshot?.tools ?? [] };
}

/** Opens the conversation. @throws ConfigurationError where `by` names a person by address */
export async function openReview(workspace: Workspace, decider: Decider): Promise<Review> {
  checkRole(decider);
  const context = await answerContext(workspace);
  return {
    names: await openNames(workspace, context.catalogue),
    understand: (answer) => understand(answer, context),
    search: (word) => search(context.catalogue, word),
    keep: async (answer) => {
      await keepAnswers(workspace, [{ ...decider, ...answer }]);
    },
  };
}

/** @throws ConfigurationError where `by` names a person by address */
export function checkRole({ by }: Decider): void {
  if (by === undefined || !holdsAddress(by)) return;
  throw new ConfigurationError({
    code: 'role-expected',
    message: 'The decider is an e-mail address; decisions are kept with roles.',
    nextSteps: ['Name the role, as in `--by "IT lead"`.'],
    field: 'by',
  });
}

const WHERE_TO_LOOK = {
  product: 'Search with `unsprawl catalog WORD`, or answer not-software, internal or platform-client.',
  vendor: 'Search with `unsprawl catalog WORD`; vendors stand in the third column.',
  tool: 'Name a tool as the report does, by name or id; run `unsprawl audit` first where there is none yet.',
} as const;

function refused({ of, problem, nearest }: Unclear, answer: string): ConfigurationError {
  return new ConfigurationError({
    code: `unknown-${of}`,
    message: `"${answer}" cannot be kept. ${problem}`,
    nextSteps: [...(nearest.length === 0 ? [] : [`Nearest: ${nearest.join(', ')}.`]), WHERE_TO_LOOK[of]],
  });
}

/**
 * Keeps answers that came without a conversation: all of them, or none where one is not understood.
 * @throws ConfigurationError naming what may have been meant
 */
export async function answerNames(
  workspace: Workspace,
  given: readonly GivenAnswer[],
  decider: Decider,
): Promise<readonly KeptAnswer[]> {
  checkRole(decider);
  const context = await answerContext(workspace);
  const answers = given.map(({ raw, answer }): KeptAnswer => {
    const understood = understand(answer, context);
    if (understood.as === 'unclear') throw refused(understood, answer);
    return { raw, ...(understood.as === 'merge' ? { merge: understood.tool } : { is: understood.is }), ...decider };
  });
  await keepAnswers(workspace, answers);
  return answers;
}
