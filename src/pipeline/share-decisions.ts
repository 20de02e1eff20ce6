import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isSeq, parseDocument, YAMLSeq } from 'yaml';
import { decisionFor, decisionsByKey } from '../catalog/decisions.ts';
import { words } from '../catalog/match/text.ts';
import type { Decisions } from '../model/policy.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readYamlFile } from '../workspace/yaml-file.ts';
import { Overlay } from './overlays.ts';
import { holdsAddress } from './personal-text.ts';

type Decision = Decisions['names'][number];

export interface SharedDecisions {
  /** File name without folders. */
  readonly file: string;
  readonly shared: readonly Decision[];
  /** How many stood in the file already. */
  readonly standing: number;
  /** What stays in this workspace, and why. */
  readonly keptBack: readonly { readonly raw: string; readonly why: string }[];
}

const HEAD = `# Answers to names that several workspaces share; name it under overlays in their unsprawl.yaml.
# A workspace's own decisions win. products: may hold vendor files of products that the catalogue lacks.
names: []
`;

/** The organisation's name, or the name in one of its domains, as whole words. */
function namesOrganisation(raw: string, { config }: Workspace): boolean {
  const { name, domains } = config.organisation;
  const text = ` ${words(raw).join(' ')} `;
  const own = [name, ...domains.map((domain) => domain.split('.')[0] ?? '')].map((each) => words(each).join(' '));
  return own.some((each) => each.length > 1 && text.includes(` ${each} `));
}

function whyKeptBack(decision: Decision, workspace: Workspace): string | null {
  if (holdsAddress(decision.raw)) return 'it holds an e-mail address';
  if (decision.is === 'internal') return 'an in-house tool is of one organisation alone';
  return namesOrganisation(decision.raw, workspace) ? 'it names the organisation' : null;
}

/** Reasons are about one client and stay; an address is no role. */
function withoutClient({ raw, kind, is, by }: Decision): Decision {
  const role = by === undefined || holdsAddress(by) ? {} : { by };
  return { raw, ...(kind === undefined ? {} : { kind }), is, ...role };
}

/**
 * Adds this workspace's decisions about names to a file that other workspaces use as an overlay. Names that would tell
 * who the client is or who works there are kept back.
 * @param path absolute
 */
export async function shareDecisions(workspace: Workspace, path: string): Promise<SharedDecisions> {
  const target = resolve(path);
  const known = decisionsByKey((await readYamlFile(target, Overlay, true)).names);
  const text = await readFile(target, 'utf8').catch(() => HEAD);
  const held = [...decisionsByKey(workspace.decisions.names).values()];
  const keptBack = held.flatMap((decision) => {
    const why = whyKeptBack(decision, workspace);
    return why === null ? [] : [{ decision, why }];
  });
  const free = held.filter((decision) => keptBack.every((each) => each.decision !== decision));
  const shared = free.filter(({ kind, raw, is }) => decisionFor(known, kind, raw)?.is !== is).map(withoutClient);
  if (shared.length > 0) {
    const document = parseDocument(text);
    const names = isSeq(document.get('names')) ? (document.get('names') as YAMLSeq) : new YAMLSeq();
    if (names.items.length === 0) document.set('names', names);
    names.flow = false;
    for (const decision of shared) names.add(document.createNode(decision));
    await writeFileAtomic(target, document.toString({ lineWidth: 0 }));
  }
  return {
    file: basename(target),
    shared,
    standing: free.length - shared.length,
    keptBack: keptBack.map(({ decision, why }) => ({
      raw: holdsAddress(decision.raw) ? '(address)' : decision.raw,
      why,
    })),
  };
}
