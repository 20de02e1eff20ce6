import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import { decisionFor, decisionKey, decisionsByKey } from '../catalog/decisions.ts';
import { Decisions } from '../model/policy.ts';
import type { NameKind } from '../model/product.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One answer as it is kept: what the name is, or the tool that it is merged into. */
export interface KeptAnswer {
  readonly raw: string;
  readonly kind?: NameKind | undefined;
  readonly is?: string;
  readonly merge?: string;
  /** Role that decided, never a person's name. */
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
}

export const DECISIONS_FILE = 'decisions.yaml';

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw cause;
  });
}

/** The list under a key as one item a line, made where there is none. */
function listIn(document: Document, key: string): YAMLSeq {
  const held = document.get(key);
  if (isSeq(held)) {
    held.flow = false;
    return held as YAMLSeq;
  }
  const made = new YAMLSeq();
  document.set(key, made);
  return made;
}

function provenance({ by, reason }: KeptAnswer) {
  return { ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) };
}

/** A later answer takes the name out of earlier merges, which would win over it. */
function leaveMerges(document: Document, raw: string): void {
  const merges = document.get('merges');
  if (!isSeq(merges)) return;
  const key = decisionKey(undefined, raw);
  merges.items = merges.items.filter((item) => {
    const names = isMap(item) ? item.get('names') : undefined;
    if (!isSeq(names)) return true;
    names.items = names.items.filter((name) => decisionKey(undefined, String(name)) !== key);
    return names.items.length > 0;
  });
}

function merge(document: Document, answer: KeptAnswer, tool: string): void {
  leaveMerges(document, answer.raw);
  const node = document.createNode({ tool, names: [answer.raw], ...provenance(answer) });
  const names = node instanceof YAMLMap ? node.get('names') : null;
  if (names instanceof YAMLSeq) names.flow = true;
  listIn(document, 'merges').add(node);
}

function name(document: Document, answer: KeptAnswer, is: string): void {
  leaveMerges(document, answer.raw);
  const { raw, kind } = answer;
  listIn(document, 'names').add(
    document.createNode({ raw, ...(kind === undefined ? {} : { kind }), is, ...provenance(answer) }),
  );
}

/** The same answer already holds, with the same words beside it. */
function stands(decisions: Decisions, { raw, kind, is, merge: tool, by, reason }: KeptAnswer): boolean {
  const key = decisionKey(undefined, raw);
  const merged = decisions.merges.find(({ names }) => names.some((each) => decisionKey(undefined, each) === key));
  if (tool !== undefined) return merged?.tool === tool;
  const held = decisionFor(decisionsByKey(decisions.names), kind, raw);
  const saysSo = held?.is === is && held?.by === by && held?.reason === reason;
  return merged === undefined && saysSo && (held?.kind === kind || held?.kind === undefined);
}

/**
 * Writes answers into decisions.yaml, whole or not at all, and keeps its comments. The last answer for a name wins; one
 * that stands already is not written again.
 */
export async function keepAnswers(
  workspace: Pick<Workspace, 'root'>,
  answers: readonly KeptAnswer[],
): Promise<Decisions> {
  const path = join(workspace.root, DECISIONS_FILE);
  const text = await readText(path);
  const document = parseDocument(text === '' ? 'names: []\n' : text);
  let decisions = Decisions.parse(document.toJS() ?? {});
  let isChanged = false;
  for (const answer of answers) {
    if (stands(decisions, answer)) continue;
    if (answer.merge !== undefined) merge(document, answer, answer.merge);
    else name(document, answer, answer.is ?? '');
    decisions = Decisions.parse(document.toJS());
    isChanged = true;
  }
  if (isChanged) await writeFileAtomic(path, document.toString({ lineWidth: 0 }));
  return decisions;
}
