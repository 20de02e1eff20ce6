import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Audit } from '../../src/model/audit/audit.ts';
import { type AuditTool, type Finding, Structure } from '../../src/model/audit/structure.ts';
import { Snapshot } from '../../src/model/snapshot.ts';
import { cliJson, readAudit, temporaryFolder } from '../support/cli.ts';
import { plantedName, readTruths } from '../support/harbour-lane.ts';

const home = temporaryFolder();
const truths = readTruths();

interface Quarter {
  readonly audit: Audit;
  /** Before small groups are withheld, as it stays in the workspace. */
  readonly structure: Structure;
  readonly snapshot: Snapshot;
}
const quarters: Record<string, Quarter> = {};

function readQuarter(period: string): Quarter {
  const stage = (name: string) =>
    JSON.parse(readFileSync(join(home.path, 'demo', 'snapshots', period, `${name}.json`), 'utf8'));
  return {
    audit: readAudit(join(home.path, 'demo'), period),
    structure: z.object({ structure: Structure }).parse(stage('findings')).structure,
    snapshot: Snapshot.parse(stage('snapshot')),
  };
}

beforeAll(async () => {
  await cliJson<unknown>(['demo', join(home.path, 'demo')]);
  quarters.before = readQuarter('2026-Q1');
  quarters.after = readQuarter('2026-Q3');
});
afterAll(home.dispose);

const sorted = (names: readonly string[]) => [...names].sort();
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe.each(['before', 'after'] as const)('%s', (key) => {
  const truth = truths[key];
  const quarter = (): Quarter => quarters[key]!;

  function nameOf(id: string): string {
    const tool = quarter().audit.tools.find((one) => one.id === id);
    return plantedName(tool?.name ?? id);
  }

  function tool(name: string): AuditTool {
    const found = quarter().structure.tools.find((one) => plantedName(one.name) === name);
    if (found === undefined) throw new Error(`the audit has no tool ${name}`);
    return found;
  }

  function findingsOf(rule: Finding['rule']): readonly Finding[] {
    return quarter().audit.findings.filter((finding) => finding.rule === rule);
  }

  const subjectsOf = (rule: Finding['rule']) =>
    findingsOf(rule)
      .map((finding) => sorted(finding.subjects.map(nameOf)).join(' + '))
      .sort();

  const overlapsOf = (rule: Finding['rule']) =>
    findingsOf(rule)
      .map(({ capability, subjects }) => `${capability}: ${sorted(subjects.map(nameOf)).join(' + ')}`)
      .sort();

  describe('findings are the planted ones and no other', () => {
    it.each([
      ['duplicate-tools', 'duplicates'],
      ['silos', 'silos'],
    ] as const)('%s', (rule, planted) => {
      expect(overlapsOf(rule)).toEqual(
        sorted(truth[planted].map(({ capability, tools }) => `${capability}: ${sorted(tools).join(' + ')}`)),
      );
    });

    it.each([
      ['shelfware', 'shelfware'],
      ['shadow-tool', 'shadow'],
      ['usage-unknown', 'unknownUsage'],
      ['several-instances', 'instances'],
      ['notice-missed', 'noticeMissed'],
      ['notice-soon', 'noticeSoon'],
      ['notice-assumed', 'noticeAssumed'],
    ] as const)('%s', (rule, planted) => {
      expect(subjectsOf(rule)).toEqual(sorted(truth[planted].map((one) => one.tool)));
    });

    it('unlisted-tool', () => expect(subjectsOf('unlisted-tool')).toEqual(sorted(truth.unlisted)));

    it('deliberate-redundancy', () => {
      expect(subjectsOf('deliberate-redundancy')).toEqual(
        truth.deliberate.map(({ tools }) => sorted(tools).join(' + ')),
      );
      for (const { capability, owner, reason, expires } of truth.deliberate) {
        const found = quarter().audit.capabilities.find((one) => one.id === capability);
        expect(found?.intended).toEqual({ owner, reason, expires, expired: false });
      }
    });

    it('leavers-with-accounts', () => {
      const tools = sorted(truth.leavers.flatMap(({ accounts }) => accounts));
      expect(tools).toHaveLength(truth.leaverAccounts);
      expect(subjectsOf('leavers-with-accounts')).toEqual([[...new Set(tools)].join(' + ')]);
    });

    it('cost-disagreement', () => {
      expect(subjectsOf('cost-disagreement')).toEqual(sorted(truth.spend.disagreements.map((one) => one.tool)));
    });
  });

  it('counts the people of every planted overlap', () => {
    for (const { capability, users } of [...truth.duplicates, ...truth.silos, ...truth.deliberate]) {
      const found = quarter().structure.capabilities.find((one) => one.id === capability);
      const counted = Object.fromEntries((found?.tools ?? []).map((one) => [nameOf(one.tool), one.users]));
      expect(counted, capability).toMatchObject(users);
    }
    for (const { capability, tools, usersOfAll } of [...truth.duplicates, ...truth.deliberate]) {
      const pair = quarter().structure.pairs.find(
        (one) => sorted([nameOf(one.a), nameOf(one.b)]).join() === sorted(tools).join(),
      );
      expect(pair?.shared, capability).toBe(usersOfAll);
    }
    for (const { capability } of truth.silos)
      expect(quarter().audit.capabilities.find((one) => one.id === capability)?.pattern, capability).toBe('silo');
  });

  it('knows every tool, and which of them are listed', () => {
    const { tools } = quarter().audit;
    expect(sorted(tools.map((one) => plantedName(one.name)))).toEqual(sorted(truth.tools));
    expect(tools.filter((one) => one.product === null).map((one) => one.name)).toEqual([]);
    expect(tools.filter((one) => one.listing === 'listed')).toHaveLength(truth.listed);
    for (const { tool: name, seenIn } of truth.shadow)
      expect(tool(name).sources).toEqual(expect.arrayContaining([...seenIn]));
    for (const { tool: name, instances } of truth.instances)
      expect(tool(name).instances).toHaveLength(instances.length);
  });

  it('counts seats as planted, for every tool with seats under contract', () => {
    const counted = truth.seats.map(({ tool: name }) => {
      const { purchased, assigned, active, inactive, unknown, grace, leavers } = tool(name).seats;
      return { tool: name, purchased, assigned, active, inactive, unknown, grace, leavers };
    });
    const notTold = { active: null, inactive: null, grace: null, leavers: null };
    expect(counted).toEqual(truth.seats.map((planted) => ({ ...notTold, ...planted })));
    const withSeats = quarter().structure.tools.filter((one) => one.seats.purchased !== null);
    expect(sorted(withSeats.map((one) => plantedName(one.name)))).toEqual(sorted(truth.seats.map((one) => one.tool)));
  });

  it('says why the use of a seat is unknown, and of no other', () => {
    const because = Object.fromEntries(
      truth.seats.map(({ tool: name }) => [name, tool(name).seats.unknownBecause]).filter(([, why]) => why?.length),
    );
    // Airtable and Tableau are seen by single sign-on alone; no source sees Bynder.
    expect(because).toEqual({ Airtable: ['sign-ins-only'], Bynder: ['no-source'], Tableau: ['sign-ins-only'] });
  });

  it('takes a seat without a usage source for unknown, not for unused', () => {
    for (const { tool: name, purchased } of truth.unknownUsage) {
      expect(tool(name)).toMatchObject({ users: null, seats: { purchased, active: null, inactive: null } });
      expect(tool(name).seats.unknown).toBe(purchased);
    }
  });

  it('withholds seats only where a group is small, and shows no group under five', () => {
    for (const published of quarter().audit.tools) {
      const exact = tool(plantedName(published.name)).seats;
      const parts = ['active', 'inactive', 'grace', 'leavers', 'unassignedActive', 'unknown'] as const;
      const small = parts.some((part) => Number(exact[part]) > 0 && Number(exact[part]) < 5);
      for (const part of parts) {
        if (published.seats[part] === 'suppressed') expect(small, `${published.name} ${part}`).toBe(true);
        else expect(published.seats[part], `${published.name} ${part}`).toBe(exact[part]);
        if (small && typeof published.seats[part] === 'number')
          expect([1, 2, 3, 4], `${published.name} ${part}`).not.toContain(published.seats[part]);
      }
    }
  });

  it('dates the contracts', () => {
    const planted = [...truth.noticeMissed, ...truth.noticeSoon, ...truth.noticeAssumed];
    for (const { tool: name, end, deadline } of planted)
      expect(tool(name).contract, name).toMatchObject({ end, noticeDeadline: deadline });
    expect(truth.noticeMissed.map((one) => tool(one.tool).contract?.noticeState)).toEqual(
      truth.noticeMissed.map(() => 'missed'),
    );
    expect(truth.noticeAssumed.map((one) => tool(one.tool).contract?.noticeState)).toEqual(
      truth.noticeAssumed.map(() => 'assumed'),
    );
  });

  it('adds up the contracts, each in its currency', () => {
    const foreign = new Set(truth.foreignContracts.map((one) => one.tool));
    const inEuro = quarter().audit.tools.filter((one) => !foreign.has(plantedName(one.name)));
    expect(sum(inEuro.map((one) => one.contract?.annual?.minor ?? 0))).toBe(truth.contractedAnnualMinor.EUR);
    for (const { tool: name, currency, minor } of truth.foreignContracts) {
      const stated = quarter().snapshot.contracts.filter((one) => one.tool === tool(name).id);
      expect(stated.map((one) => one.currency)).toEqual([currency]);
      expect(
        stated[0]?.annualCost ?? { minor: (stated[0]?.seats ?? 0) * (stated[0]?.unitPrice?.minor ?? 0), currency },
      ).toEqual({ minor, currency });
    }
  });

  it('puts every row of every file into one bucket', () => {
    const { reconciliation, sources } = quarter().audit;
    expect(Object.fromEntries(reconciliation.sources.map(({ source, total }) => [source, total]))).toEqual(truth.rows);
    expect(Object.fromEntries(sources.map(({ file, rows }) => [file, rows]))).toEqual(truth.rows);
    for (const { total, buckets } of [reconciliation.rows, ...reconciliation.kinds, ...reconciliation.sources])
      expect(sum(Object.values(buckets))).toBe(total);
    expect(reconciliation.rows.total).toBe(sum(Object.values(truth.rows)));
  });

  it('rejects nothing but the bots among the chat members, and says why', () => {
    const { rejected } = quarter().audit;
    expect(rejected).toHaveLength(4);
    for (const row of rejected) expect(row).toMatchObject({ at: { source: 'slack-members.csv' }, field: 'status' });
  });

  it('reconciles money to the cent', () => {
    const { money, unconverted } = quarter().audit.reconciliation;
    const { total, duplicates, refunds, software, notSoftware, ambiguous } = truth.spend;
    const of = (currency: string) => money.find((line) => line.currency === currency);
    expect(money.map((line) => line.currency).sort()).toEqual(['EUR', 'USD']);
    for (const currency of ['EUR', 'USD']) {
      const buckets = of(currency)?.buckets;
      const minor = (planted: RowsMinor) => planted.minor[currency] ?? 0;
      expect(of(currency)?.totalMinor).toBe(minor(total));
      expect(buckets).toEqual({
        used: minor(software),
        duplicate: minor(duplicates),
        refund: minor(refunds),
        review: (buckets?.review ?? 0) as number,
        unknown: minor(ambiguous) - (buckets?.review ?? 0),
        'not-software': minor(notSoftware),
        rejected: 0,
      });
    }
    expect(unconverted).toEqual([]);
  });

  it('counts the rows of spend by what they are', () => {
    const spendKinds = ['amex-us', 'expensify', 'template-spend'];
    const kinds = quarter().audit.reconciliation.kinds.filter(({ kind }) => spendKinds.includes(kind));
    const rows = (bucket: 'used' | 'duplicate' | 'refund' | 'review' | 'unknown' | 'not-software') =>
      sum(kinds.map(({ buckets }) => buckets[bucket]));
    const { duplicates, refunds, software, notSoftware, ambiguous } = truth.spend;
    expect(rows('used')).toBe(software.rows);
    expect(rows('duplicate')).toBe(duplicates.rows);
    expect(rows('refund')).toBe(refunds.rows);
    expect(rows('not-software')).toBe(notSoftware.rows);
    expect(rows('review') + rows('unknown')).toBe(ambiguous.rows);
  });

  it('knows what was paid for each tool, refunds taken off', () => {
    const { spend } = quarter().snapshot;
    const paid = Object.fromEntries(
      truth.tools
        .map((name) => [name, spend.filter((line) => line.tool === tool(name).id)] as const)
        .filter(([, lines]) => lines.length > 0)
        .map(([name, lines]) => [
          name,
          { minor: sum(lines.map((line) => line.amount.minor)), currency: lines[0]?.amount.currency },
        ]),
    );
    expect(paid).toEqual(truth.spend.netByTool);
    for (const [name, { minor, currency }] of Object.entries(truth.spend.netByTool))
      if (currency === 'EUR') expect(tool(name).spend.trailing12Months, name).toEqual({ minor, currency });
    const refunds = spend.filter((line) => line.refund);
    const listed = refunds.map((line) => `${nameOf(line.tool)} ${line.date} ${line.amount.minor}`);
    expect(sorted(listed)).toEqual(
      sorted(truth.spend.refunds.ofTools.map((one) => `${one.tool} ${one.date} ${one.minor}`)),
    );
  });

  it('draws the integrations', () => {
    const { nodes, edges, isolated, needCoverage } = quarter().structure.integrations;
    const planted = truth.integrations;
    const pairs = (state: string) =>
      sorted(edges.filter((edge) => edge.state === state).map((edge) => `${nameOf(edge.from)} > ${nameOf(edge.to)}`));
    expect(nodes).toHaveLength(planted.nodes);
    expect(pairs('live')).toHaveLength(planted.liveEdges);
    expect(pairs('stale')).toEqual(sorted(planted.stale.map((pair) => pair.join(' > '))));
    expect(pairs('manual')).toEqual(sorted(planted.manual.map((pair) => pair.join(' > '))));
    expect(sorted(isolated.map(nameOf))).toEqual(sorted(planted.isolated));
    const hub = [...nodes].sort((a, b) => b.degree - a.degree)[0];
    expect({ tool: nameOf(hub?.tool ?? ''), edges: hub?.degree }).toEqual(planted.hub);
    const { all, direct, withinTwoHops } = planted.weeklyHandoffs;
    expect(needCoverage.direct).toBeCloseTo(direct / all, 12);
    expect(needCoverage.path).toBeCloseTo(withinTwoHops / all, 12);
  });

  it('measures the way of working', () => {
    const { principles, people, messageNoise } = quarter().audit;
    const planted = truth.wayOfWorking;
    const signal = (id: string) => principles.flatMap((one) => one.signals).find((one) => one.id === id);
    expect(people).toMatchObject({ counted: expect.any(Number), window: { weeks: planted.weeks } });
    expect(signal('P1.1')?.value).toBeCloseTo(planted.meetingHoursPerPersonWeek, 2);
    expect(messageNoise.perPersonWeek).toBeCloseTo(planted.messagesPerPersonWeek, 1);
    // METHOD 0.3: fewer than ten records are too few to judge.
    const share = planted.decisions < 10 ? null : planted.decisionsComplete / planted.decisions;
    expect(signal('P5.2')?.value).toBe(share);
  });
});

describe('from one quarter to the other', () => {
  const change = (id: string) => quarters.after?.audit.changes?.figures.find((figure) => figure.id === id);
  const planted = (of: (way: typeof truths.before.wayOfWorking) => number) =>
    of(truths.after.wayOfWorking) - of(truths.before.wayOfWorking);

  it.each([
    ['P1.1', planted((way) => way.meetingHoursPerPersonWeek), -0.6],
    ['messages', planted((way) => way.messagesPerPersonWeek), -0.4],
    ['cycle-days', planted((way) => way.cycleDaysMedian), -0.2],
  ] as const)('%s moves as planted, within its interval', (id, by, caseStudy) => {
    const figure = change(id);
    expect(figure).toMatchObject({ moved: 'down', cause: 'world' });
    const [low, high] = figure?.interval ?? [0, 0];
    // What is planted is rounded to two digits.
    expect(by).toBeGreaterThan(low - 0.05);
    expect(by).toBeLessThan(high + 0.05);
    // The sample company is made to move as the article's case does.
    expect(figure?.caseStudy).toBeCloseTo(caseStudy, 12);
    expect(by / (figure?.before ?? 0)).toBeCloseTo(caseStudy, 1);
  });

  it('is told without a cause', () => {
    const folder = join(home.path, 'demo', 'reports', '2026-Q3');
    for (const name of ['report.md', 'report.html']) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).toMatch(/movement does not tell its cause|movement tells its cause/);
      expect(text).not.toMatch(
        /\bbecause of the (programme|charter|transition|async)|\bthanks to\b|\bled to\b|\bresulted in\b/i,
      );
    }
  });

  it('is told by `compare` as in the report', async () => {
    const { changes } = await cliJson<{ changes: Audit['changes'] }>([
      'compare',
      '2026-Q1',
      '2026-Q3',
      '-w',
      join(home.path, 'demo'),
    ]);
    expect(changes).toEqual(quarters.after?.audit.changes);
  });
});

interface RowsMinor {
  readonly minor: Readonly<Record<string, number>>;
}
