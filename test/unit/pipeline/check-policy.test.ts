import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../../src/errors/audit-error.ts';
import { Policy } from '../../../src/model/policy.ts';
import { checkPolicy, policyGaps, policyMistakes } from '../../../src/pipeline/check-policy.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { emptySnapshot, withPeople, withTool } from '../../support/snapshot.ts';

const CAPABILITIES = ['team_chat', 'video_meetings', 'wiki'];
const anchor = { good: 8, bad: 20 };

const root = mkdtempSync(join(tmpdir(), 'policy-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('ids that do not exist', () => {
  it.each([
    // One letter too many; "P1.9" is one letter from P1.1, the first of several; "P9" one from P1.
    [{ required: [{ capability: 'wikki', attributes: [] }] }, 'required.0.capability', 'wiki'],
    [{ anchors: { 'P1.9': anchor } }, 'anchors.P1.9', 'P1.1'],
    [{ anchors: { P1: anchor } }, 'anchors.P1', 'P1.1'],
    [{ weights: { P9: 2 } }, 'weights.P9', 'P1'],
    [{ weights: { 'p2.1': 2 } }, 'weights.p2.1', 'P2.1'],
  ])('%j', (given, field, near) => {
    const found = policyMistakes(Policy.parse(given), CAPABILITIES);
    expect(found.map(({ path }) => path.join('.'))).toEqual([field]);
    expect(found[0]?.message).toContain(`the nearest is "${near}"`);
  });

  it('lets through what exists', () => {
    const given = {
      required: [{ capability: 'wiki', attributes: ['sso'] }],
      anchors: { 'P1.1': anchor, 'C3.1': anchor },
      weights: { P1: 2, 'P1.1': 0, 'D1.3': 1 },
    };
    expect(policyMistakes(Policy.parse(given), CAPABILITIES)).toEqual([]);
  });

  it('are told with file, line and field', async () => {
    writeFileSync(join(root, 'policy.yaml'), '# rules\nhorizon_years: 3\nweights:\n  P1: 2\n  P1.11: 3\n');
    const workspace = { root, policy: Policy.parse({ weights: { P1: 2, 'P1.11': 3 } }) } as Workspace;
    const thrown = await checkPolicy(workspace, CAPABILITIES).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ConfigurationError);
    expect(thrown).toMatchObject({
      message: 'policy.yaml does not fit: there is no signal or principle "P1.11"; the nearest is "P1.1".',
      place: { file: 'policy.yaml', row: 5, field: 'weights.P1.11' },
    });
  });
});

describe('tools and teams that no source names', () => {
  const jira = withTool(emptySnapshot(), 'jira', 'task_tracking', {
    name: 'Jira',
    rawNames: ['Atlassian Jira'],
    formerNames: ['Jira Software'],
  });
  const snapshot = withPeople(jira, 'Support', 3);
  const redundancy = { owner: 'CTO', reason: 'r', expires: '2027-03-31' };

  it('are gaps, one each, that say the name and the next step', () => {
    const policy = Policy.parse({
      pins: [{ tool: 'Jirra', reason: 'r' }],
      forbids: [
        { tool: 'Dropbox', reason: 'r' },
        { tool: 'Dropbox', reason: 'again' },
      ],
      deliberate_redundancy: [{ tools: ['Jira', 'GitLab'], ...redundancy }],
      freezes: [{ from: '2026-11-15', to: '2026-12-31', teams: ['support', 'Support'] }],
      budgets: { moves_per_team: { default: 20, Ops: 5 } },
    });
    const gaps = policyGaps(policy, snapshot);
    expect(gaps.map(({ id, section }) => [id, section])).toEqual([
      ['policy-pins-jirra', 'policy'],
      ['policy-forbids-dropbox', 'policy'],
      ['policy-deliberate_redundancy-gitlab', 'policy'],
      ['policy-freezes-support', 'policy'],
      ['policy-budgets.moves_per_team-ops', 'policy'],
    ]);
    expect(gaps[0]).toMatchObject({
      title: 'policy.yaml names the tool "Jirra" under pins, and no source does',
      wouldSupply:
        'A source that names the tool "Jirra". Where another is meant, write it in policy.yaml; the nearest is "Jira".',
    });
    // Six letters from Jira: nobody meant that.
    expect(gaps[1]?.wouldSupply).toBe('A source that names the tool "Dropbox".');
    expect(gaps[3]?.wouldSupply).toContain('the nearest is "Support"');
  });

  it('are none where an id or a name is meant, whatever the case', () => {
    const policy = Policy.parse({
      pins: ['jira', 'JIRA', ' atlassian jira '].map((tool) => ({ tool, reason: 'r' })),
      deliberate_redundancy: [{ tools: ['Jira', 'Jira Software'], ...redundancy }],
    });
    expect(policyGaps(policy, snapshot)).toEqual([]);
  });

  it('says so where a pin uses a former name, which pins do not read', () => {
    const policy = Policy.parse({ pins: [{ tool: 'Jira Software', reason: 'r' }] });
    expect(policyGaps(policy, snapshot)).toHaveLength(1);
  });
});
