import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument, YAMLSeq } from 'yaml';
import { ConfigurationError } from '../errors/audit-error.ts';
import { Decisions } from '../model/policy.ts';
import type { Catalogue } from '../model/product.ts';
import type { OpenName } from '../model/reconciliation.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readSnapshot } from './analyze.ts';
import { catalogueOf } from './catalogue.ts';

/** An answer to one open name: a product of the catalogue, or one of the three rejections. */
export interface NameAnswer {
  readonly raw: string;
  readonly is: string;
  readonly reason?: string;
}

const REJECTIONS = ['not-software', 'internal', 'platform-client'];

/** Names that need a human, most money and rows first. */
export async function openNames(workspace: Workspace): Promise<readonly OpenName[]> {
  return (await readSnapshot(workspace)).openNames;
}

function checkAnswer(answer: NameAnswer, catalogue: Catalogue): void {
  if (REJECTIONS.includes(answer.is)) return;
  if (catalogue.product(answer.is) !== undefined) return;
  if (catalogue.resolve('inventory', answer.is).status === 'matched') return;
  throw new ConfigurationError({
    code: 'unknown-product',
    message: `The catalogue has no product "${answer.is}".`,
    nextSteps: ['Search it with `unsprawl catalog WORD`, or answer not-software, internal or platform-client.'],
  });
}

/** Appends answers to decisions.yaml and keeps its comments; the last answer for a name wins. */
export async function answerNames(workspace: Workspace, answers: readonly NameAnswer[]): Promise<Decisions> {
  const catalogue = catalogueOf(workspace);
  for (const answer of answers) checkAnswer(answer, catalogue);
  const path = join(workspace.root, 'decisions.yaml');
  const document = parseDocument(await readFile(path, 'utf8').catch(() => 'names: []\n'));
  let names = document.get('names');
  if (!(names instanceof YAMLSeq)) {
    names = new YAMLSeq();
    document.set('names', names);
  }
  const sequence = names as YAMLSeq;
  sequence.flow = false;
  for (const { raw, is, reason } of answers)
    sequence.add(document.createNode({ raw, is, ...(reason === undefined ? {} : { reason }) }));
  const decisions = Decisions.parse(document.toJS());
  await writeFileAtomic(path, document.toString());
  return decisions;
}
