import type { Audit } from '../model/audit/audit.ts';
import { Snapshot } from '../model/snapshot.ts';
import { readInbox } from '../workspace/inbox.ts';
import { hasKey } from '../workspace/key.ts';
import { readStageIfAny } from '../workspace/stage-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readAudit } from './audit.ts';

export interface Diagnosis {
  readonly workspace: string;
  readonly period: string;
  readonly sources: readonly {
    readonly id: string;
    readonly kind: string;
    readonly rows: number;
    readonly provides: readonly string[];
  }[];
  readonly gaps: readonly { readonly title: string; readonly why: string; readonly wouldSupply: string }[];
  readonly advice: readonly { readonly what: string; readonly why: string; readonly value: number }[];
  /** The command to run next. */
  readonly next: string;
}

function firstSteps(inboxCount: number, keyPresent: boolean): Diagnosis['advice'] {
  const key = keyPresent
    ? []
    : [{ what: 'Restore the pseudonym key .key', why: 'Without it no file can be read.', value: 1 }];
  const files =
    inboxCount > 0
      ? []
      : [
          {
            what: 'An inventory: any list of tool names (inventory template)',
            why: 'It says which tools are known; the rest is shadow.',
            value: 1,
          },
          {
            what: 'Who has and uses an account (usage template, or a member or sign-in export)',
            why: 'Without usage nothing can be called unused.',
            value: 0.95,
          },
          {
            what: 'Contracts with seats, end and notice (contracts template)',
            why: 'They date and bound every saving.',
            value: 0.9,
          },
          {
            what: 'A card statement or ledger export (spend template)',
            why: 'It finds what nobody listed.',
            value: 0.8,
          },
        ];
  return [...key, ...files];
}

/** What has come, what is missing most, and the next command. Reads only. */
export async function diagnose(workspace: Workspace): Promise<Diagnosis> {
  const inbox = await readInbox(workspace.root);
  const snapshot = await readStageIfAny(workspace.snapshotFolder, 'snapshot', Snapshot);
  const audit: Audit | null = await readAudit(workspace).catch(() => null);
  const advice = audit?.advice ?? firstSteps(inbox.length, await hasKey(workspace.root));
  return {
    workspace: workspace.name,
    period: workspace.period,
    sources:
      snapshot === null
        ? inbox.map((entry) => ({
            id: entry.name,
            kind: entry.profiles.join(' + '),
            rows: entry.rows.used + entry.rows.rejected,
            provides: [],
          }))
        : snapshot.sources.map(({ id, kind, rows, provides }) => ({ id, kind, rows, provides })),
    gaps: (snapshot?.gaps ?? []).map(({ title, why, wouldSupply }) => ({ title, why, wouldSupply })),
    advice,
    next: inbox.length === 0 ? 'unsprawl import FILES...' : audit === null ? 'unsprawl audit' : 'unsprawl review',
  };
}
