import { describe, expect, it } from 'vitest';
import { Audit } from '../../../src/model/audit/audit.ts';
import { type Gate, protectAudit } from '../../../src/privacy/protect-audit.ts';
import { sampleAudit } from '../../support/audit-sample.ts';

const gate: Gate = { k: { usage: 5, collaboration: 10 }, thresholdOf: () => 5, activity: new Map(), earlier: null };

/** The sample with one tool of three people in it. */
function withSmallTool(): Audit {
  const audit = sampleAudit();
  const [tool, ...tools] = audit.tools;
  const { neverUsed: _, unknownBecause: __, sensitivity: ___, byTeam: ____, ...seats } = tool!.seats;
  const counts = { active: 3, inactive: 0, unknown: 0, grace: 0, leavers: 0, unassignedActive: 0 };
  const small = {
    ...tool!,
    users: 3,
    seats: { ...seats, ...counts, purchased: 10, assigned: 3, spare: 7, recommended: 4 },
  };
  const [finding, ...findings] = audit.findings;
  const stated = {
    ...finding!,
    subjects: [tool!.id],
    title: '3 people use it',
    because: ['Ask jane.doe@northlight.example.'],
  };
  return { ...audit, tools: [small, ...tools], findings: [stated, ...findings] };
}

describe('protectAudit', () => {
  const counted = withSmallTool();
  const safe = protectAudit(counted, gate);
  const [id] = [counted.tools[0]!.id];

  it('makes a document of the same shape', () => expect(() => Audit.parse(safe)).not.toThrow());

  it('withholds the small group in the table, in the sentence and in its name', () => {
    expect(safe.tools[0]).toMatchObject({
      users: 'suppressed',
      seats: { active: 'suppressed', purchased: 10, assigned: 3 },
    });
    expect(safe.findings[0]).toMatchObject({ title: 'Fewer than 5 people use it', because: ['Ask (address).'] });
    expect(safe.people.privacy.withheld).toEqual(expect.arrayContaining([`tools.${id}.users`, `tools.${id}.seats`]));
    expect(safe.people.privacy.suppressed).toBeGreaterThan(counted.people.privacy.suppressed);
  });

  it('leaves contract, money and date facts alone', () => {
    const facts = (audit: Audit) =>
      audit.tools.map(({ contract, spend, seats }) => [contract, spend, seats.purchased, seats.assigned]);
    expect(facts(safe)).toEqual(facts(counted));
    expect(safe.savings).toEqual(counted.savings);
    expect(safe.transition.calendar).toEqual(counted.transition.calendar);
  });

  it('changes nothing more in a document that has been through it', () => {
    const again = protectAudit(safe, gate);
    const { privacy: _, ...people } = again.people;
    expect({ ...again, people }).toEqual({ ...safe, people: expect.objectContaining(people) });
  });
});
