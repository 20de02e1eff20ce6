import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ConfigurationError } from '../errors/audit-error.ts';
import type { FileMapping } from '../model/mapping.ts';
import { Decisions, Policy } from '../model/policy.ts';
import { WorkspaceConfig } from '../model/workspace-config.ts';
import { storedMappings } from './mappings.ts';
import { periodName } from './period-name.ts';
import { configMistakes } from './settings-mistakes.ts';
import { readYamlFile } from './yaml-file.ts';

/** One engagement on disk, opened and validated. Paths are absolute. */
export interface Workspace {
  readonly root: string;
  /** Folder name only, which is what output may show. */
  readonly name: string;
  readonly config: WorkspaceConfig;
  readonly policy: Policy;
  readonly decisions: Decisions;
  /** What files with an unknown header are, as people said. */
  readonly mappings: readonly FileMapping[];
  readonly period: string;
  readonly snapshotFolder: string;
  readonly reportFolder: string;
}

export const CONFIG_FILE = 'unsprawl.yaml';
export const POLICY_FILE = 'policy.yaml';

/**
 * Opens a workspace.
 * @throws ConfigurationError when the folder is no workspace or a settings file has a mistake (with its line).
 */
export async function openWorkspace(root: string): Promise<Workspace> {
  const isWorkspace = await stat(join(root, CONFIG_FILE)).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (!isWorkspace) {
    throw new ConfigurationError({
      code: 'no-workspace',
      message: `There is no workspace in ${basename(root)}: ${CONFIG_FILE} is missing.`,
      nextSteps: [
        'Run `unsprawl init` there, or name a workspace with -w.',
        'To see what a report looks like, run `unsprawl demo`.',
      ],
    });
  }
  const [config, policy, decisions, mappings] = await Promise.all([
    readYamlFile(join(root, CONFIG_FILE), WorkspaceConfig, false, configMistakes),
    readYamlFile(join(root, POLICY_FILE), Policy, true),
    readYamlFile(join(root, 'decisions.yaml'), Decisions, true),
    storedMappings(root),
  ]);
  const period = periodName(config.period);
  return {
    root,
    name: basename(root),
    config,
    policy,
    decisions,
    mappings,
    period,
    snapshotFolder: join(root, 'snapshots', period),
    reportFolder: join(root, 'reports', period),
  };
}
