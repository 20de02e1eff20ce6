import { describe, expect, it } from 'vitest';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import type { Finding } from '../../../../src/model/audit/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Snapshot } from '../../../../src/model/snapshot.ts';
import {
  emptySnapshot,
  eur,
  span,
  withAccounts,
  withContract,
  withPeople,
  withTool,
  withUse,
} from '../../../support/snapshot.ts';

function found(snapshot: Snapshot, rule: Finding['rule'], policy: unknown = {}): readonly Finding[] {
  const { findings } = analyseStructure(snapshot, Policy.parse(policy), { seed: 1 });
  return findings.filter((finding) => finding.rule === rule);
}

const named = (name: string) => ({ name });
const people = withPeople(withPeople(emptySnapshot(), 'Alpha', 60), 'Beta', 60);
const tools = withTool(
  withTool(people, 'asana', 'task_tracking', named('Asana')),
  'monday',
  'task_tracking',
  named('monday.com'),
);
const exception = (expires: string) => ({
  deliberate_redundancy: [{ tools: ['Asana', 'monday.com'], owner: 'Ops', reason: 'a client asks for it', expires }],
});

describe('duplicate-tools', () => {
  /** 31 of the 38 people of monday.com use Asana too. */
  const snapshot = withContract(withUse(withUse(tools, 'asana', span(0, 49)), 'monday', span(19, 56)), 'monday', {
    annualCost: eur(9000),
  });

  it('states how many of the smaller tool use both, and what that tool costs', () => {
    expect(found(snapshot, 'duplicate-tools')).toMatchObject([
      {
        id: 'duplicate-tools:asana+monday:task_tracking',
        title: 'Asana and monday.com are both bought for tasks; 31 of the 38 people who use monday.com also use Asana',
        subjects: ['asana', 'monday'],
        saving: eur(9000),
      },
    ]);
  });

  it('gives no exact share where the two user counts beside it would tell a small group', () => {
    // All 38 of monday.com use Asana, which has 40: two use Asana alone. 36 of 38 with 60: two use monday.com alone.
    const inside = withUse(withUse(tools, 'asana', span(0, 39)), 'monday', span(2, 39));
    const beside = withUse(withUse(tools, 'asana', span(0, 59)), 'monday', span(24, 61));
    const equal = withUse(withUse(tools, 'asana', span(0, 37)), 'monday', span(0, 37));
    expect(found(inside, 'duplicate-tools')[0]?.title).toContain('nearly all of the 38 people who use monday.com');
    expect(found(beside, 'duplicate-tools')[0]?.title).toContain('nearly all of the 38 people who use monday.com');
    expect(found(equal, 'duplicate-tools')[0]?.title).toContain('all 38 people who use');
  });

  it('wants half of the smaller tool', () => {
    // 19 of 38 and 18 of 38
    const half = withUse(withUse(tools, 'asana', span(0, 49)), 'monday', span(31, 68));
    const less = withUse(withUse(tools, 'asana', span(0, 49)), 'monday', span(32, 69));
    expect(found(half, 'duplicate-tools')).toHaveLength(1);
    expect(found(less, 'duplicate-tools')).toHaveLength(0);
  });

  it('wants both to be bought for the job', () => {
    const side = withTool(withTool(people, 'asana', 'task_tracking'), 'notion', { task_tracking: 2, wiki: 3 });
    expect(found(withUse(withUse(side, 'asana', span(0, 49)), 'notion', span(0, 49)), 'duplicate-tools')).toEqual([]);
  });

  it('never holds a member against its suite, nor a suite seen without members against anything', () => {
    let suite = withTool(people, 'suite', 'task_tracking', { members: ['part'] });
    suite = withTool(suite, 'part', 'task_tracking', { suite: 'suite' });
    expect(found(withUse(withUse(suite, 'suite', span(0, 9)), 'part', span(0, 9)), 'duplicate-tools')).toEqual([]);
    const broad = { task_tracking: 3, wiki: 3, video_meetings: 3, project_planning: 3, forms: 3 } as const;
    const estate = withTool(withTool(people, 'suite', broad), 'asana', 'task_tracking');
    expect(found(withUse(withUse(estate, 'suite', span(0, 9)), 'asana', span(0, 9)), 'duplicate-tools')).toEqual([]);
  });

  it('where one per team is normal, looks inside teams', () => {
    const forms = withTool(withTool(people, 'typeform', 'forms'), 'jotform', 'forms');
    const apart = withUse(withUse(forms, 'typeform', span(0, 59)), 'jotform', span(60, 119));
    const inside = withUse(withUse(forms, 'typeform', span(0, 59)), 'jotform', [...span(30, 40), ...span(60, 119)]);
    expect(found(apart, 'duplicate-tools')).toEqual([]);
    expect(found(inside, 'duplicate-tools')[0]?.title).toBe(
      'typeform and jotform are both bought for forms; all 11 people who use jotform in Alpha also use typeform',
    );
    expect(found(apart, 'silos')).toEqual([]);
  });

  it('is silent where several are normal', () => {
    const design = withTool(withTool(people, 'canva', 'graphic_design'), 'adobe', 'graphic_design');
    expect(found(withUse(withUse(design, 'canva', span(0, 9)), 'adobe', span(0, 9)), 'duplicate-tools')).toEqual([]);
  });

  it('gives way to a declared exception until it expires', () => {
    expect(found(snapshot, 'duplicate-tools', exception('2026-10-12'))).toEqual([]);
    expect(found(snapshot, 'deliberate-redundancy', exception('2026-10-12'))).toMatchObject([
      {
        title: 'Asana and monday.com are kept side by side on purpose until 2026-10-12',
        subjects: ['asana', 'monday'],
      },
    ]);
    expect(found(snapshot, 'duplicate-tools', exception('2026-10-11'))[0]?.because).toContain(
      'The exception that allowed both expired on 2026-10-11.',
    );
    expect(found(snapshot, 'deliberate-redundancy', exception('2026-10-11'))).toEqual([]);
  });

  it('does not let small groups be counted from the sentence', () => {
    const title = (monday: readonly number[]) =>
      found(withUse(withUse(tools, 'asana', span(0, 49)), 'monday', monday), 'duplicate-tools')[0]?.title;
    // Fewer than five people in all; two of 38 who do not use both.
    expect(title(span(0, 3))).toContain('some of the fewer than 5 people who use monday.com');
    expect(title(span(14, 51))).toContain('nearly all of the 38 people');
    // Two idle seats beside 38 users: the users of 40 assigned seats would tell them.
    const idle = withAccounts(snapshot, 'monday', [70, 71], { activeDays: 0 });
    expect(found(idle, 'duplicate-tools')[0]?.title).toContain('; many of the people who use monday.com');
  });
});

describe('silos', () => {
  const split = withUse(withUse(tools, 'asana', span(0, 55)), 'monday', span(60, 85));

  it('names the tools with their people', () => {
    expect(found(split, 'silos')).toMatchObject([
      {
        title: '2 tools are in use for tasks: Asana (56 people) and monday.com (26 people); nobody uses two of them',
        subjects: ['asana', 'monday'],
        capability: 'task_tracking',
      },
    ]);
    expect(found(split, 'duplicate-tools')).toEqual([]);
  });

  it('is none where a fifth of the smaller tool and more is shared inside one team', () => {
    // 5 of 25 people, all of one team: the pattern is no silo and the overlap 0.2.
    const shared = withUse(withUse(tools, 'asana', span(0, 24)), 'monday', span(20, 44));
    expect(found(shared, 'silos')).toEqual([]);
    // 4 of 25
    expect(found(withUse(withUse(tools, 'asana', span(0, 24)), 'monday', span(21, 45)), 'silos')).toHaveLength(1);
  });

  it('does not tell how few use both: not even by the number of all people', () => {
    // 25 + 25 people, 4 of them in both: "46 people" beside the two counts would tell the four.
    const few = withUse(withUse(tools, 'asana', span(0, 24)), 'monday', span(21, 45));
    const [finding] = found(few, 'silos');
    expect(finding?.title).toContain('nearly all of the people use only one of them');
    expect(finding?.title).not.toContain('46');
  });

  it('is none where the second tool has fewer than k people of one team', () => {
    expect(found(withUse(withUse(tools, 'asana', span(0, 55)), 'monday', span(60, 63)), 'silos')).toEqual([]);
    expect(found(withUse(withUse(tools, 'asana', span(0, 55)), 'monday', [58, 59, 60, 61]), 'silos')).toHaveLength(1);
  });

  it('rounds the people of a tool with a small group beside them', () => {
    const idle = withAccounts(split, 'monday', [90], { activeDays: 0 });
    expect(found(idle, 'silos')[0]?.title).toContain('Asana (56 people) and monday.com (at least 25 people)');
  });

  it('gives way to a declared exception', () => {
    expect(found(split, 'silos', exception('2027-03-31'))).toEqual([]);
    expect(found(split, 'silos', exception('2026-01-01'))).toHaveLength(1);
  });
});
