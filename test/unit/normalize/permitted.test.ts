import { describe, expect, it } from 'vitest';
import { seen, snapshotOf, ssoName, who } from '../../support/observations.ts';

const only = (name: string) => who(name);

/** Everybody but ann is named in one place alone, so that an index shows what was looked at. */
const ROWS = [
  seen('person', 's', 2),
  seen('usage-event', 's', 3, { person: only('signs-in'), tool: ssoName('Slack') }),
  seen('meeting', 's', 4, { organizer: only('meets'), attendees: [only('attends')] }),
  seen('response', 's', 5, { recipient: only('answers') }),
  seen('onboarding', 's', 6, { person: only('joins') }),
  seen('writing', 's', 7),
  seen('work-item', 's', 8, { contributors: [only('works')], watchers: [only('watches')] }),
  seen('messages', 's', 9, { publicChannel: 5, afterHours: 3, repeatedQuestions: 2, questionThreads: 4 }),
  seen('delivery', 's', 10),
  seen('board', 's', 11),
  seen('wiki-week', 's', 12, { readers: 20 }),
];

const under = (privacy: Record<string, unknown>) => snapshotOf(ROWS, { config: { privacy } });
const namesOf = ({ people }: ReturnType<typeof under>) =>
  people.map(({ pseudonym }) => pseudonym.replace('k:', '').replace('@acme.example', ''));

describe('what may be looked at', () => {
  it('is all but what is off until somebody asks for it, under the standard profile', () => {
    const snapshot = under({});
    expect(snapshot.workItems[0]).toMatchObject({ watchers: null });
    expect(snapshot.messages[0]).toMatchObject({ afterHours: 3, repeatedQuestions: null, questionThreads: 4 });
    expect(namesOf(snapshot)).toEqual(['ann', 'signs-in', 'meets', 'attends', 'answers', 'joins', 'works']);
    expect(snapshot.privacy.opt_in).toEqual([]);
    expect(snapshot.gaps.map(({ id }) => id)).not.toContain('withheld-by-profile');
  });

  it.each([
    [['C4.3'], [7], null],
    [['D4.4'], null, 2],
    [['C4.3', 'D4.4'], [7], 2],
  ])('is what %j asks for beside', (opt_in, watchers, repeatedQuestions) => {
    const snapshot = under({ opt_in });
    expect(snapshot.workItems[0]?.watchers).toEqual(watchers);
    expect(snapshot.messages[0]?.repeatedQuestions).toBe(repeatedQuestions);
    expect(snapshot.privacy.opt_in).toEqual(opt_in);
  });

  it('is nothing of who did what on which day under the works-council profile, whatever is asked for', () => {
    const snapshot = under({ profile: 'works-council', opt_in: ['C4.3', 'D4.4'] });
    const { usageDays, meetings, responses, onboarding, writing } = snapshot;
    expect([usageDays.day, meetings, responses, onboarding, writing]).toEqual([[], [], [], [], []]);
    expect(snapshot.workItems[0]).toMatchObject({ contributors: [2], watchers: null });
    expect(snapshot.messages[0]).toMatchObject({
      publicChannel: 5,
      afterHours: null,
      repeatedQuestions: null,
      questionThreads: 4,
    });
    // Nobody is numbered who is named only in what is left out.
    expect(namesOf(snapshot)).toEqual(['ann', 'signs-in', 'works']);
    expect(snapshot.privacy.opt_in).toEqual([]);
    expect([snapshot.deliveries, snapshot.boards, snapshot.wikiWeeks].map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it('accounts for the rows that are left out, and says so once in place of a missing section', () => {
    const snapshot = under({ profile: 'works-council' });
    expect(snapshot.reconciliation.rows).toEqual({
      total: 11,
      buckets: { used: 11, duplicate: 0, review: 0, 'not-software': 0, unknown: 0, refund: 0, rejected: 0 },
    });
    const ids = snapshot.gaps.map(({ id }) => id);
    expect(ids.filter((id) => id === 'withheld-by-profile')).toHaveLength(1);
    for (const section of ['usageDays', 'meetings', 'responses']) expect(ids).not.toContain(`missing-${section}`);
    expect(ids).toContain('missing-processes');
    const why = snapshot.gaps.find(({ id }) => id === 'withheld-by-profile')?.why;
    for (const what of ['after-hours', 'meetings', 'answers', 'writing', 'watchers']) expect(why).toContain(what);
  });
});
