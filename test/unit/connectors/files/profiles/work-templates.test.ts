import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../support/read-table.ts';

/** What a file is taken for, what its rows say without where they stand, and row, field and reason of the others. */
async function read(...lines: readonly string[]) {
  const { sheets } = await readTable(lines.join('\n'));
  const { profile, observations, rejected } = sheets[0]!;
  return {
    profile,
    rows: observations.map(({ kind: _, at: __, ...said }) => said),
    rejected: rejected.map(({ at, field, reason }) => [at.row, field, reason]),
  };
}

const person = (name: string) => ({ id: `person:${name}@x.example`, domain: 'x.example' });

describe('columns that came later', () => {
  it('messages: counts of replies, bursts, questions and comments', async () => {
    const { rows, rejected } = await read(
      'Week,Team,Replies,In bursts,Question threads,Linked answers,Repeated questions,Work comments',
      '2026-09-07,Design,"1,100",240,40,10,6,90',
      '2026-09-14,Design,,,40,,,',
      '2026-09-21,Design,,,4,5,,',
      '2026-09-28,Design,many,,,,,',
    );
    const unknown = {
      publicChannel: null,
      privateChannel: null,
      direct: null,
      threadedReplies: null,
      afterHours: null,
    };
    expect(rows).toEqual([
      {
        ...unknown,
        week: '2026-09-07',
        team: 'Design',
        replies: 1100,
        inBursts: 240,
        questionThreads: 40,
        linkedAnswers: 10,
        repeatedQuestions: 6,
        workComments: 90,
      },
      {
        ...unknown,
        week: '2026-09-14',
        team: 'Design',
        replies: null,
        inBursts: null,
        questionThreads: 40,
        linkedAnswers: null,
        repeatedQuestions: null,
        workComments: null,
      },
    ]);
    expect(rejected).toEqual([
      [4, 'linked_answers', 'is more than the question threads'],
      [5, 'replies', 'is not a number'],
    ]);
  });

  it.each(['replies', 'in_bursts', 'question_threads', 'linked_answers', 'repeated_questions', 'work_comments'])(
    'messages: a file of nothing but %s is one of messages',
    async (column) => {
      const { profile, rows } = await read(`week,team,${column}`, '2026-09-07,Design,7');
      expect([profile, Object.values(rows[0] ?? {}).filter((value) => value === 7)]).toEqual([
        'template-messages',
        [7],
      ]);
    },
  );

  it('documents: verified, critical, share of the top editor in either form, near-duplicates', async () => {
    const { rows, rejected } = await read(
      'Home,Type,Verified on,Is critical,Top editor share,Near duplicate',
      'Notion,policy,01.09.2026,ja,"0,8",nein',
      'Notion,policy,,,85 %,yes',
      'Notion,policy,,,85,',
      'Notion,policy,,maybe,,',
      'Notion,policy,31.02.2026,,,',
      'Notion,policy,,,140 %,',
    );
    const common = { home: 'Notion', type: 'policy', owner: null, created: null, lastEdited: null, viewers90d: null };
    expect(rows).toEqual([
      { ...common, verified: '2026-09-01', critical: true, topEditorShare: 0.8, nearDuplicate: false },
      { ...common, verified: null, critical: null, topEditorShare: 0.85, nearDuplicate: true },
      { ...common, verified: null, critical: null, topEditorShare: 0.85, nearDuplicate: null },
    ]);
    expect(rejected.map(([row, field]) => [row, field])).toEqual([
      [5, 'critical'],
      [6, 'verified'],
      [7, 'top_editor_share'],
    ]);
  });

  it('work items: the last change, and watchers with nobody apart from not said', async () => {
    const { rows } = await read(
      'id,team,last_changed,watchers',
      'W-1,Design,2026-09-07,Ann@x.example;bo@x.example',
      'W-2,Design,,',
    );
    const unknown = { created: null, started: null, closed: null, linkedToGoal: null, hasAcceptance: null };
    expect(rows).toEqual([
      {
        ...unknown,
        id: 'W-1',
        team: 'Design',
        contributors: null,
        lastChanged: '2026-09-07',
        watchers: [person('ann'), person('bo')],
      },
      { ...unknown, id: 'W-2', team: 'Design', contributors: null, lastChanged: null, watchers: [] },
    ]);
    const { rows: without } = await read('id,team,last_changed', 'W-1,Design,2026-09-07');
    expect(without[0]).toMatchObject({ watchers: null });
  });

  it('decisions: whether a meeting is linked', async () => {
    const { rows, rejected } = await read(
      'id,title,proposed,in_meeting',
      'D-1,One wiki,2026-07-01,yes',
      'D-2,One chat,2026-07-01,nein',
      'D-3,One board,2026-07-01,',
      'D-4,One list,2026-07-01,partly',
    );
    expect(rows.map((row) => ('inMeeting' in row ? row.inMeeting : undefined))).toEqual([true, false, null]);
    expect(rejected).toEqual([[5, 'in_meeting', 'is neither yes nor no']]);
  });
});

describe('responses', () => {
  it('are read under German headers, in the zone of the organisation, bots left out', async () => {
    const found = await read(
      'Gefragt am;Beantwortet am;Gefragte Person;Kanal;Antwort vom Bot',
      // Berlin is two hours ahead in September, one in December.
      '07.09.2026 09:00;07.09.2026 10:30;ann@x.example;Chat;nein',
      '07.12.2026 09:00;;bo@x.example;;',
      '08.09.2026 09:00;08.09.2026 09:00;ann@x.example;Chat;ja',
      '09.09.2026 09:00;09.09.2026 08:59;ann@x.example;Chat;nein',
      '31.09.2026 09:00;;ann@x.example;;',
      '10.09.2026 09:00;;;;',
      '10.09.2026;;ann@x.example;;',
      '10.09.2026 09:00;;ann@x.example;;vielleicht',
    );
    expect(found.profile).toBe('template-responses');
    expect(found.rows).toEqual([
      { asked: '2026-09-07T07:00:00Z', answered: '2026-09-07T08:30:00Z', recipient: person('ann'), channel: 'Chat' },
      { asked: '2026-12-07T08:00:00Z', answered: null, recipient: person('bo'), channel: null },
    ]);
    expect(found.rejected.map(([row, field]) => [row, field])).toEqual([
      [4, 'bot'],
      [5, 'answered'],
      [6, 'asked'],
      [7, 'recipient'],
      [8, 'asked'],
      [9, 'bot'],
    ]);
  });

  it('keep every row of a file that does not speak of bots', async () => {
    const { rows } = await read('asked,recipient', '2026-09-07T09:00:00Z,ann@x.example');
    expect(rows).toEqual([{ asked: '2026-09-07T09:00:00Z', answered: null, recipient: person('ann'), channel: null }]);
  });
});

describe('deliveries', () => {
  it('are read under German headers, changes where nothing is said', async () => {
    const found = await read(
      'Kennung;Team;Geliefert am;Art der Lieferung;Verknüpfter Vorgang;Externe Freigabe',
      'P-1;Design;07.09.2026;;DES-1;ja',
      'P-2;Design;08.09.2026;Dokument;;nein',
      'P-3;Design;09.09.2026;Pull-Request;;',
      'P-4;Design;09.09.2026;Feier;;',
      'P-5;Design;32.09.2026;;;',
      'P-6;Design;10.09.2026;;;unklar',
      'P-7;;10.09.2026;;;',
    );
    expect(found.profile).toBe('template-deliveries');
    const said = { team: 'Design', type: 'change' };
    expect(found.rows).toEqual([
      { ...said, id: 'P-1', date: '2026-09-07', hasItem: true, outsideApproval: true },
      { ...said, id: 'P-2', date: '2026-09-08', type: 'document', hasItem: false, outsideApproval: false },
      { ...said, id: 'P-3', date: '2026-09-09', hasItem: false, outsideApproval: null },
    ]);
    expect(found.rejected.map(([row, field]) => [row, field])).toEqual([
      [5, 'type'],
      [6, 'date'],
      [7, 'outside_approval'],
      [8, 'team'],
    ]);
  });

  it('do not say that no item is named where there is no column for it', async () => {
    const { profile, rows } = await read('id,team,date,outside_approval', 'P-1,Design,2026-09-07,no');
    expect(profile).toBe('template-deliveries');
    expect(rows[0]).toMatchObject({ hasItem: null, outsideApproval: false });
  });

  it('are not what a list of work items with a date is taken for', async () => {
    const header = 'id,team,type,date,created,closed,contributors';
    const { profile } = await read(header, 'W-1,Design,bug,2026-09-07,2026-09-01,,ann@x.example');
    expect(profile).toBe('template-work-items');
  });
});

describe('requests', () => {
  it("are read under German headers, amounts in the organisation's currency where none is named", async () => {
    const found = await read(
      'Antragsnummer;Team;Abgeschlossen am;Genehmigungsschritte;Betrag;Währung',
      'A-1;Vertrieb;07.09.2026;3;1.250,50;USD',
      'A-2;;;0;40,00;',
      'A-3;Vertrieb;07.09.2026;zwei;40,00;',
      'A-4;Vertrieb;07.13.2026;2;;',
      'A-5;Vertrieb;;1;viel;',
    );
    expect(found.profile).toBe('template-requests');
    expect(found.rows).toEqual([
      {
        id: 'A-1',
        team: 'Vertrieb',
        closed: '2026-09-07',
        approvalSteps: 3,
        amount: { minor: 125050, currency: 'USD' },
      },
      { id: 'A-2', team: null, closed: null, approvalSteps: 0, amount: { minor: 4000, currency: 'EUR' } },
    ]);
    expect(found.rejected.map(([row, field]) => [row, field])).toEqual([
      [4, 'approval_steps'],
      [5, 'closed'],
      [6, 'amount'],
    ]);
  });
});

describe('boards', () => {
  it('are read under German headers', async () => {
    const found = await read(
      'Board;Team;Aktiv;Für alle lesbar',
      'Plan;Design;ja;nein',
      'Einstellungen;;;ja',
      'Alt;Design;nein;teils',
      'Neu;Design;ruht;ja',
      ';Design;ja;ja',
    );
    expect(found.profile).toBe('template-boards');
    expect(found.rows).toEqual([
      { name: 'Plan', team: 'Design', active: true, openToAll: false },
      { name: 'Einstellungen', team: null, active: null, openToAll: true },
    ]);
    expect(found.rejected).toEqual([
      [4, 'open_to_all', 'is neither yes nor no'],
      [5, 'active', 'is neither yes nor no'],
      [6, 'name', 'is empty'],
    ]);
  });
});

describe('weeks of the wiki', () => {
  it('are read under German headers', async () => {
    const found = await read(
      'Woche ab;Team;Leser;Suchen;Erfolgreiche Suchen;Minuten bis zum Fund',
      '07.09.2026;Design;14;120;90;2,5',
      '14.09.2026;;;;;',
      '08.09.2026;Design;1;1;1;1',
      '21.09.2026;Design;;5;6;',
      '28.09.2026;Design;;;;-1',
    );
    expect(found.profile).toBe('template-wiki-weeks');
    expect(found.rows).toEqual([
      { week: '2026-09-07', team: 'Design', readers: 14, searches: 120, searchesFound: 90, minutesToFind: 2.5 },
      { week: '2026-09-14', team: null, readers: null, searches: null, searchesFound: null, minutesToFind: null },
    ]);
    expect(found.rejected).toEqual([
      [4, 'week', 'is not a Monday'],
      [5, 'searches_found', 'is more than the searches'],
      [6, 'minutes_to_find', 'is below zero'],
    ]);
  });

  it.each(['readers', 'searches', 'searches_found', 'minutes_to_find'])('are known by %s alone', async (column) => {
    expect((await read(`week,${column},x`, '2026-09-07,3,')).profile).toBe('template-wiki-weeks');
  });

  it('need at least one figure beside the week', async () => {
    expect((await read('week,team,x', '2026-09-07,Design,1')).profile).toBeNull();
  });
});

describe('onboarding', () => {
  it('is read under German headers', async () => {
    const found = await read(
      'E-Mail-Adresse;Pflichtseiten;Geöffnet bis Tag 14',
      'Ann@x.example;12;9',
      'bo@x.example;0;0',
      'cy@x.example;12;13',
      'di@x.example;12;',
      ';12;1',
    );
    expect(found.profile).toBe('template-onboarding');
    expect(found.rows).toEqual([
      { person: person('ann'), requiredPages: 12, openedPages: 9 },
      { person: person('bo'), requiredPages: 0, openedPages: 0 },
    ]);
    expect(found.rejected).toEqual([
      [4, 'opened_by_day_14', 'is more than the required pages'],
      [5, 'opened_by_day_14', 'is empty'],
      [6, 'email', 'is empty'],
    ]);
  });
});

describe('processes', () => {
  it('are read under German headers, an empty procedure being none', async () => {
    const found = await read(
      'Kritischer Prozess;Team;Verfahrensanweisung;Aktuell;Zuletzt geprüft',
      'Erstattung;Vertrieb;Notion;ja;01.03.2026',
      'Wiederanlauf;;;;',
      'Monatsabschluss;Finanzen;Notion;fast;',
      'Rechnung;Finanzen;Notion;;bald',
    );
    expect(found.profile).toBe('template-processes');
    expect(found.rows).toEqual([
      { name: 'Erstattung', team: 'Vertrieb', procedure: 'Notion', current: true, reviewed: '2026-03-01' },
      { name: 'Wiederanlauf', team: null, procedure: null, current: null, reviewed: null },
    ]);
    expect(found.rejected.map(([row, field]) => [row, field])).toEqual([
      [4, 'current'],
      [5, 'reviewed'],
    ]);
  });

  it('do not lack a procedure because the file has no column for it', async () => {
    const { rows } = await read('process,current', 'Refund,yes', 'Restore,');
    expect(rows).toEqual([
      { name: 'Refund', team: null, procedure: 'not stated', current: true, reviewed: null },
      { name: 'Restore', team: null, procedure: 'not stated', current: null, reviewed: null },
    ]);
  });
});

describe('rollouts', () => {
  it('are read under German headers, whatever word names the change', async () => {
    const found = await read(
      'Änderung;Gültig ab;Werkzeug;Eingeladen;Zielstunden',
      'Charta;01.04.2026;;;12,5',
      'Neues Werkzeug;04.05.2026;Notion;40;',
      'retired-tool;01.07.2026;Confluence;;',
      'Umzug;01.07.2026;Notion;;',
      ';01.07.2026;Notion;;',
      'Charta;demnächst;;;',
      'Charta;01.07.2026;;;-2',
    );
    expect(found.profile).toBe('template-rollouts');
    const inventory = (name: string) => ({ name, nameKind: 'inventory' });
    expect(found.rows).toEqual([
      { change: 'charter', date: '2026-04-01', tool: null, invited: null, target: 12.5 },
      { change: 'new-tool', date: '2026-05-04', tool: inventory('Notion'), invited: 40, target: null },
      { change: 'retired-tool', date: '2026-07-01', tool: inventory('Confluence'), invited: null, target: null },
    ]);
    expect(found.rejected.map(([row, field]) => [row, field])).toEqual([
      [5, 'change'],
      [6, 'change'],
      [7, 'date'],
      [8, 'target'],
    ]);
  });
});

describe('time spent writing', () => {
  it('is read under German headers', async () => {
    const found = await read(
      'Woche ab;Team;Schreibminuten;Rolle',
      '07.09.2026;Design;2.400;Führung',
      '07.09.2026;Design;5100;andere',
      '07.09.2026;Sales;60;',
      '09.09.2026;Design;1;',
      '07.09.2026;Design;;lead',
      '07.09.2026;Design;1;Praktikum',
    );
    expect(found.profile).toBe('template-writing');
    expect(found.rows).toEqual([
      { week: '2026-09-07', team: 'Design', role: 'lead', minutes: 2400 },
      { week: '2026-09-07', team: 'Design', role: 'other', minutes: 5100 },
      { week: '2026-09-07', team: 'Sales', role: null, minutes: 60 },
    ]);
    expect(found.rejected).toEqual([
      [5, 'week', 'is not a Monday'],
      [6, 'minutes', 'is empty'],
      [7, 'role', 'is none of lead, other'],
    ]);
  });
});

describe('headers that only resemble', () => {
  it.each([
    ['tool,vendor,owner,purpose,status,team,active', 'template-inventory'],
    ['week,team,direct,minutes', 'template-messages'],
    ['email,team,role,location', 'template-people'],
    ['date,merchant,amount,currency,team,item,type', 'template-spend'],
    ['id,title,proposed,decided,team,type,approver', 'template-decisions'],
    ['question,team,answers,mean,channel', 'template-survey'],
    ['start,end,organizer,attendees,team,channel', 'template-meetings'],
    ['week,team,minutes,calls', null],
    ['id,team,date,colour', null],
    ['change,date,price', null],
    ['process,colour', null],
  ])('%s', async (header, profile) => {
    const row = header.split(',').map(() => '1');
    expect((await read(header, row.join(','))).profile).toBe(profile);
  });
});
