import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { constructs } from '../analysis/principles/constructs.ts';
import { signals } from '../analysis/principles/signals/registry.ts';
import type { Shape } from '../analysis/scoring/shape.ts';
import { pulseMarkdownForm } from '../connectors/files/pulse-markdown.ts';
import { pulseWorkbookForm } from '../connectors/files/pulse-workbook.ts';
import { templateFiles, templateGuide, templateWorkbook } from '../connectors/files/templates.ts';
import { ConfigurationError } from '../errors/audit-error.ts';
import type { Day } from '../model/calendar.ts';
import { pulseLanguage } from '../model/pulse.ts';
import { WorkspaceConfig } from '../model/workspace-config.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import { hasKey, writeKey } from '../workspace/key.ts';
import { CONFIG_FILE, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { Ports } from './ports.ts';

/** What `init` asks. Everything has a default but the name. */
export interface InitAnswers {
  readonly name: string;
  readonly currency: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly headcount: number | null;
  readonly period: { readonly start: Day; readonly end: Day };
  readonly worksCouncil: boolean;
}

const POLICY_TEXT = `# What people decide and assume. Every key is optional; README.md lists them all with their defaults.
# pins: [{tool: Jira, reason: "..."}]
# forbids: [{tool: Dropbox, reason: "..."}]
# deliberate_redundancy: [{tools: [GitHub, GitLab], owner: "Head of engineering", reason: "...", expires: 2027-03-31}]
# freezes: [{from: 2026-11-15, to: 2027-01-05, reason: "year-end close"}]
# costs: {migration_per_person: {low: 20, likely: 60, high: 150}}
#
# How values become scores and what each counts. These are the built-in ones; take the # away from a line (and from its
# heading) to put your own in its place. \`unsprawl compare\` names every one that differs between two audits.
`;

function anchorText(shape: Shape): string {
  if (shape.kind === 'band' || shape.kind === 'logband') return `{band: [${shape.flanks.join(', ')}]}`;
  return `{good: ${shape.good}, bad: ${shape.bad}}`;
}

/** The policy with every anchor and weight as a comment, so that one file holds all there is to replace. */
function policyText(): string {
  const anchors = signals.map(({ meta }) => `#   ${meta.id}: ${anchorText(meta.shape)}  # ${meta.title}, ${meta.unit}`);
  const principles = constructs.filter(({ kind }) => kind === 'principle').map(({ id }) => `#   ${id}: 1`);
  const weights = [...principles, ...signals.map(({ meta }) => `#   ${meta.id}: ${meta.weight}`)];
  return `${POLICY_TEXT}# anchors:\n${anchors.join('\n')}\n# weights:\n${weights.join('\n')}\n`;
}

const DECISIONS_TEXT = `# What people answered: names, merges, overrides. \`unsprawl review\` writes here; it wins over the built-in rules.
names: []
merges: []
overrides: []
`;

const BRAND_TEXT = `# Whose report it is.
# name: "Example Consulting"
# accent: "#1f5f8b"
# footer: "Example Consulting, 1 Example Street"
# confidentiality: "Confidential"
`;

const IGNORE_TEXT = '.key\ninbox/\nsnapshots/\n*.tmp\n';

function configText(answers: InitAnswers, today: Day): string {
  const config = WorkspaceConfig.parse({
    schema: 'unsprawl/workspace@1',
    organisation: {
      name: answers.name,
      currency: answers.currency,
      locale: answers.locale,
      time_zone: answers.timeZone,
      headcount: answers.headcount,
    },
    period: answers.period,
    as_of: today,
    privacy: { profile: answers.worksCouncil ? 'works-council' : 'standard' },
  });
  return `# The engagement: whose tools, which quarter. Deadlines are judged at as_of, usage at the end of the period.\n${stringify(config)}`;
}

async function refuseOverwrite(root: string): Promise<void> {
  const names: readonly string[] = await readdir(root).catch(() => []);
  if (!names.includes(CONFIG_FILE)) return;
  throw new ConfigurationError({
    code: 'workspace-exists',
    message: `There is a workspace here already: ${CONFIG_FILE} exists and is left as it is.`,
    nextSteps: ['Edit unsprawl.yaml to change it, or name another folder.'],
    file: CONFIG_FILE,
  });
}

async function writeSettings(root: string, configYaml: string, ports: Ports): Promise<void> {
  const texts = {
    '.gitignore': IGNORE_TEXT,
    'policy.yaml': policyText(),
    'decisions.yaml': DECISIONS_TEXT,
    'brand.yaml': BRAND_TEXT,
  };
  await mkdir(join(root, 'inbox'), { recursive: true });
  for (const [name, text] of Object.entries(texts)) await writeFileAtomic(join(root, name), text);
  if (!(await hasKey(root))) await writeKey(root, ports.randomBytes);
  // Last: a folder becomes a workspace only when all the rest is there.
  await writeFileAtomic(join(root, CONFIG_FILE), configYaml);
}

async function writeTemplates(root: string, locale: string): Promise<void> {
  const folder = join(root, 'templates');
  for (const file of templateFiles()) await writeFileAtomic(join(folder, file.name), file.content);
  await writeFileAtomic(join(folder, 'README.md'), templateGuide());
  await writeFileAtomic(join(folder, 'templates.xlsx'), await templateWorkbook());
  const language = pulseLanguage(locale);
  await writeFileAtomic(join(folder, 'pulse.md'), pulseMarkdownForm(language));
  await writeFileAtomic(join(folder, 'pulse.xlsx'), await pulseWorkbookForm(language));
}

/**
 * Makes a workspace: settings, pseudonym key, inbox, the empty input templates and the forms of the pulse.
 * @throws ConfigurationError when there is one already
 */
export async function initWorkspace(root: string, answers: InitAnswers, ports: Ports): Promise<Workspace> {
  await refuseOverwrite(root);
  await writeTemplates(root, answers.locale);
  await writeSettings(root, configText(answers, ports.today), ports);
  return openWorkspace(root);
}

/** The same from ready settings, as the demo has them. */
export async function initFromSettings(
  root: string,
  configYaml: string,
  policyYaml: string,
  ports: Ports,
): Promise<Workspace> {
  await writeSettings(root, configYaml, ports);
  await writeFileAtomic(join(root, 'policy.yaml'), policyYaml);
  return openWorkspace(root);
}
