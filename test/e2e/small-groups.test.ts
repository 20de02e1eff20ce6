import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/audit/audit.ts';
import { type AuditTool, OTHER_TEAMS, type Structure } from '../../src/model/audit/structure.ts';
import { Brand } from '../../src/model/brand.ts';
import { readSnapshot } from '../../src/pipeline/analyze.ts';
import { joinStages } from '../../src/pipeline/assemble-audit.ts';
import { readFindings } from '../../src/pipeline/decide.ts';
import { openWorkspace } from '../../src/pipeline/open.ts';
import { readDecided, readTransition } from '../../src/pipeline/plan.ts';
import { readTemplate } from '../../src/pipeline/render.ts';
import { loadRenderer, RENDERER_IDS } from '../../src/renderers/registry.ts';
import { writeCompany } from '../support/attack-company.ts';
import { cliJson, makeWorkspace, readAudit, temporaryFolder } from '../support/cli.ts';
import { attackFiles, marksIn, type OutputFile, PERSONS, smallCountsIn } from '../support/rendered-attack.ts';

const home = temporaryFolder();
const K = 5;
let audit: Audit;

beforeAll(async () => {
  await cliJson<unknown>(['demo', join(home.path, 'demo')]);
  audit = readAudit(join(home.path, 'demo'), '2026-Q3');
});
afterAll(home.dispose);

/** Two people of the sample company use Miro and not Mural; Miro's work goes to Mural. */
describe('the two people who move from Miro to Mural', () => {
  it('are five in every figure of the move', () => {
    const tool = (id: string) => audit.tools.find((each) => each.id === id);
    const line = audit.savings.bridge.lines.find((each) => each.tool === 'miro');
    const decision = audit.consolidation.decisions.find((each) => each.tool === 'miro');
    const seat = (tool('mural')?.spend.annual?.minor ?? 0) / (tool('mural')?.seats.purchased ?? 1);
    const added = (tool('miro')?.spend.annual?.minor ?? 0) - (line?.gross.minor ?? 0);
    expect(decision).toMatchObject({ target: 'mural', peopleMoved: 'suppressed', costOfReversal: null });
    expect(added / seat).toBe(K);
    expect((line?.migration.minor ?? 0) / (audit.policy.costs.migration_per_person.likely * 100)).toBe(K);
    // Both tools run for 30 days.
    expect(line?.dualRunning.minor).toBe(Math.round((K * seat * 30) / 365));
  });

  it('are five in the moves of plans and of the trade-off', () => {
    const recommended = audit.consolidation.plans.find(({ id }) => id === 'recommended');
    const told = audit.consolidation.decisions.reduce(
      (sum, { peopleMoved }) => sum + (typeof peopleMoved === 'number' ? peopleMoved : 0),
      0,
    );
    expect((recommended?.moves ?? 0) - told).toBe(K);
    const known = audit.consolidation.decisions.flatMap(({ peopleMoved }) =>
      typeof peopleMoved === 'number' && peopleMoved > 0 ? [peopleMoved] : [],
    );
    // Every sum of moves that are published by themselves, taken from every total and every other such sum.
    const sums = known.reduce<readonly number[]>((all, count) => all.concat(all.map((sum) => sum + count)), [0]);
    const totals = [...audit.consolidation.frontier, ...audit.consolidation.plans].map(({ moves }) => moves);
    for (const total of totals)
      for (const other of [...totals, ...sums])
        expect([1, 2, 3, 4], `${total} - ${other}`).not.toContain(Math.abs(total - other));
  });

  it('do not come out of costs over the horizon', () => {
    const group = audit.consolidation.groups.find(({ tools }) => tools.includes('miro'));
    const mural = audit.tools.find(({ id }) => id === 'mural');
    const seat = (mural?.spend.annual?.minor ?? 0) / (mural?.seats.purchased ?? 1);
    // 23 people of Mural and five more, each with a seat for three years, and five moves.
    const users = typeof mural?.users === 'number' ? mural.users : 0;
    const migration = audit.policy.costs.migration_per_person.likely * 100;
    expect(group?.objective?.minor).toBe(3 * (users + K) * seat + K * migration);
    const groups = audit.consolidation.groups.reduce((sum, { objective }) => sum + (objective?.minor ?? 0), 0);
    expect(audit.consolidation.objective?.minor).toBe(groups);
  });

  it('are in no sentence', () => {
    const words = JSON.stringify(audit, (key, value) => (key === 'evidence' ? undefined : value));
    expect(words).toContain('nearly all of the 23 people who use Mural also use Miro');
    expect(words).not.toMatch(/\ball 23 people|\b[1-4] people (who use|would move|no longer|used it)/i);
    expect(words).toContain('every figure counts it as 5');
  });
});

function filesIn(folder: string): readonly OutputFile[] {
  return readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

/** Marks of persons that the workspace keeps to itself: pseudonyms and the key that makes them. */
function secretsOf(workspace: string, period: string): readonly string[] {
  const snapshot = readFileSync(join(workspace, 'snapshots', period, 'snapshot.json'), 'utf8');
  const { people } = JSON.parse(snapshot) as { people: readonly { pseudonym: string }[] };
  return [readFileSync(join(workspace, '.key'), 'utf8').trim(), ...people.map(({ pseudonym }) => pseudonym)];
}

/** Every address of the sample company's files, and the names in them. */
function personsOf(workspace: string): readonly string[] {
  const inbox = filesIn(join(workspace, 'inbox')).map(({ bytes }) => new TextDecoder().decode(bytes));
  const addresses = inbox.flatMap((text) => text.match(/[a-z]+\.[a-z]+@[a-z.-]+\.example/gi) ?? []);
  return [...new Set(addresses.flatMap((address) => [address, (address.split('@')[0] ?? '').replace('.', ' ')]))];
}

describe('the sample company', () => {
  it.each(['2026-Q1', '2026-Q3'])('names nobody in any file of %s and counts no small group in words', (period) => {
    const workspace = join(home.path, 'demo');
    const files = filesIn(join(workspace, 'reports', period));
    const marks = [...personsOf(workspace), ...secretsOf(workspace, period)];
    expect(files.length).toBeGreaterThanOrEqual(8);
    expect(marks.length).toBeGreaterThan(300);
    expect(marksIn(files, marks)).toEqual([]);
    expect(smallCountsIn(files, K)).toEqual([]);
  });

  it('tells no movement of fewer than k people of a named team from quarter to quarter', () => {
    const workspace = join(home.path, 'demo');
    const moves = (before: readonly AuditTool[], now: readonly AuditTool[]) =>
      now.flatMap(({ id, seats }) => {
        const rows = before.find((each) => each.id === id)?.seats.byTeam ?? [];
        return (seats.byTeam ?? []).flatMap((row) => {
          const then = rows.find(({ team }) => team === row.team && team !== OTHER_TEAMS);
          const by = (['active', 'inactive', 'unknown'] as const).map((s) =>
            Math.abs(Number(row[s]) - Number(then?.[s])),
          );
          // A lone team that has everybody of the tool is the tool's own total, which moves in the open.
          return by.some((each) => each > 0 && each < K) && rows.length > 1 ? [`${id} ${row.team}`] : [];
        });
      });
    const counted = (period: string) => {
      const text = readFileSync(join(workspace, 'snapshots', period, 'findings.json'), 'utf8');
      return (JSON.parse(text) as { structure: Structure }).structure.tools;
    };
    const published = (period: string) => readAudit(workspace, period).tools;
    expect(moves(published('2026-Q1'), published('2026-Q3'))).toEqual([]);
    expect(moves(counted('2026-Q1'), counted('2026-Q3'))).toContain('udemy Client Services');
  });

  it('names what was withheld', () => {
    const { suppressed, withheld } = audit.people.privacy;
    expect(withheld.length).toBeGreaterThan(0);
    expect(withheld.length).toBeLessThanOrEqual(200);
    expect(suppressed).toBeGreaterThanOrEqual(withheld.length);
    expect(withheld).toContain('tools.google-workspace.seats');
    expect(withheld).toContain('pairs.miro+mural');
    // Two and one people of named teams ceased to use it since the first quarter.
    expect(withheld).toContain('tools.udemy.seats.byTeam');
  });
});

/** k of use, k of calendar and messages, profile, and the k in force. */
const SETTINGS = [
  ['k = 5', 5, 10, 'standard', 5],
  ['k = 10', 10, 10, 'standard', 10],
  ['works council', 5, 10, 'works-council', 15],
] as const;

describe.each(SETTINGS)('a company of small groups, %s', (name, usage, collaboration, profile, k) => {
  const root = join(home.path, name.replace(/\W+/g, '-'));

  beforeAll(async () => {
    await makeWorkspace(root);
    const settings = join(root, 'unsprawl.yaml');
    const privacy = `privacy: {profile: ${profile}, k: {usage: ${usage}, collaboration: ${collaboration}}}`;
    const kept = readFileSync(settings, 'utf8').replace(/^privacy:.*(\n[ \t]+.*)*/m, privacy);
    expect(kept).toContain(privacy);
    writeFileSync(settings, kept);
    await cliJson<unknown>(['import', ...writeCompany(join(home.path, `files of ${name}`)), '-w', root]);
    await cliJson<unknown>(['audit', '-w', root]);
  });

  const published = () => filesIn(join(root, 'reports', '2026-Q3'));

  it('tells no group under k in any file, by whatever sums and differences', async () => {
    const { found, wrong, read } = await attackFiles(published(), k);
    expect(wrong).toEqual([]);
    expect(found).toEqual([]);
    // Withholding everything is not the answer: contract facts alone are 14 figures.
    expect(read).toBeGreaterThan(60);
    expect(smallCountsIn(published(), k)).toEqual([]);
    expect(marksIn(published(), [...PERSONS, ...secretsOf(root, '2026-Q3')])).toEqual([]);
  });

  it('is found out by the same attack with the gate off', async () => {
    const workspace = await openWorkspace(root);
    const stages = {
      snapshot: await readSnapshot(workspace),
      findings: await readFindings(workspace),
      decided: await readDecided(workspace),
      transition: await readTransition(workspace),
    };
    const open = joinStages(workspace, stages);
    const assets = { templates: readTemplate, brand: Brand.parse({}) };
    const renderers = await Promise.all(RENDERER_IDS.map(loadRenderer));
    const files = (await Promise.all(renderers.map(({ render }) => render(open, assets)))).flat();
    const { found, wrong } = await attackFiles(files, k);
    expect(wrong).toEqual([]);
    expect(found).toEqual(
      expect.arrayContaining([
        'people.teams.Epsilon.size',
        'tools.figma.seats.inactive',
        'tools.notion.seats.neverUsed',
        'tools.trello.users',
        'users of miro between 30 and 60 days',
        'no users of slack',
        ...(profile === 'works-council' ? [] : ['users of mural and not of miro']),
        'tools.asana.seats.byTeam.Beta.active',
      ]),
    );
    // The inventory's free text names the one to ask.
    expect(marksIn(files, PERSONS)).not.toEqual([]);
  });
});
