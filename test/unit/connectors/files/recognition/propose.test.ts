import { describe, expect, test } from 'vitest';
import { profiles } from '../../../../../src/connectors/files/profiles/registry.ts';
import { type MappingProposal, proposeMapping } from '../../../../../src/connectors/files/recognition/propose.ts';
import { openCsv } from '../../../../../src/connectors/files/tables/csv-sheet.ts';

/** Templates and a few exports: what the proposals are does not depend on which exports are added later. */
const VENDORS = ['okta-assignments', 'amex-us', 'amex-uk', 'google-users', 'slack-members', 'expensify', 'ramp'];
const known = profiles.filter(({ meta }) => meta.template !== undefined || VENDORS.includes(meta.id));

function proposer(...lines: readonly string[]) {
  return proposeMapping(openCsv(Buffer.from(lines.join('\n'))), known, { kind: 'unknown' });
}

/** `column -> field` of what is proposed, columns without a field left out. */
function fieldsOf({ columns }: MappingProposal): string {
  return columns.flatMap(({ column, field }) => (field === null ? [] : [`${column} -> ${field}`])).join(', ');
}

interface Case {
  readonly lines: readonly string[];
  readonly profile: string;
  readonly fields: string;
  readonly missing?: string;
}

/** Made by hand after what banks, ledgers, directories and people call their columns. */
const CASES: readonly Case[] = [
  {
    lines: [
      'Buchungstag;Wertstellung;Auftraggeber/Empfänger;Verwendungszweck;Betrag (EUR);Saldo',
      '27.08.2026;28.08.2026;Slack;Rechnung 4;-12,50;1,00',
    ],
    profile: 'template-spend',
    fields: 'Buchungstag -> date, Auftraggeber/Empfänger -> merchant, Betrag (EUR) -> amount',
    missing: 'currency',
  },
  {
    lines: ['Buchungsdatum;Zahlungsempfaenger;Bruttobetrag;Waehrung', '27.08.2026;Slack;12,50;EUR'],
    profile: 'template-spend',
    fields: 'Buchungsdatum -> date, Zahlungsempfaenger -> merchant, Bruttobetrag -> amount, Waehrung -> currency',
  },
  {
    // No such word is listed: a compound ends with what it is.
    lines: ['Erstattungsdatum;Lieferant;Gesamtrechnungsbetrag;Währung', '27.08.2026;Slack;12,50;EUR'],
    profile: 'template-spend',
    fields: 'Erstattungsdatum -> date, Lieferant -> merchant, Gesamtrechnungsbetrag -> amount, Währung -> currency',
  },
  {
    lines: ['Date opération;Libellé;Montant;Devise;Solde', '27/08/2026;SLACK;12,50;EUR;3,00'],
    profile: 'template-spend',
    fields: 'Date opération -> date, Libellé -> merchant, Montant -> amount, Devise -> currency',
  },
  {
    lines: ['Fecha operación;Concepto;Importe;Divisa;Saldo', '27/08/2026;SLACK;12,50;EUR;3,00'],
    profile: 'template-spend',
    fields: 'Fecha operación -> date, Concepto -> merchant, Importe -> amount, Divisa -> currency',
  },
  {
    lines: [
      'Datum;Naam / Omschrijving;Rekening;Af Bij;Bedrag (EUR);Mededelingen',
      '20260827;Slack;NL00;Af;12,50;abonnement',
    ],
    profile: 'template-spend',
    fields: 'Datum -> date, Naam / Omschrijving -> merchant, Bedrag (EUR) -> amount',
    missing: 'currency',
  },
  {
    lines: ['Transaction Date,Supplier,Gross Amount,Curr,GL Account', '2026-08-27,Slack,12.50,EUR,6800'],
    profile: 'template-spend',
    fields:
      'Transaction Date -> date, Supplier -> merchant, Gross Amount -> amount, Curr -> currency, GL Account -> category',
  },
  {
    lines: ['Posted,Payee,Debit,Memo', '08/27/2026,Slack,12.50,x'],
    profile: 'template-spend',
    fields: 'Posted -> date, Payee -> merchant, Debit -> amount',
    missing: 'currency',
  },
  {
    // Polish stands in no list: only the values tell, and the merchant stays open.
    lines: ['Kiedy;Komu;Kwota;Waluta', '2026-08-27;Slack;12,50;PLN'],
    profile: 'template-spend',
    fields: 'Kiedy -> date, Kwota -> amount, Waluta -> currency',
    missing: 'merchant',
  },
  {
    lines: ['Benutzer;E-Mail-Adresse;Letzte Anmeldung;Lizenz', 'ann;a@x.example;27.08.2026;ja'],
    profile: 'template-usage',
    fields: 'E-Mail-Adresse -> email, Letzte Anmeldung -> last_active, Lizenz -> assigned',
    missing: 'tool',
  },
  {
    // The name of a person is no tool.
    lines: ['Name;E-Mail;Rolle;Letzte Anmeldung', 'Ann;a@x.example;admin;27.08.2026'],
    profile: 'template-usage',
    fields: 'E-Mail -> email, Letzte Anmeldung -> last_active',
    missing: 'tool',
  },
  {
    lines: ['Utilisateur,Adresse e-mail,Dernière connexion', 'ann,a@x.example,27/08/2026'],
    profile: 'template-usage',
    fields: 'Adresse e-mail -> email, Dernière connexion -> last_active',
    missing: 'tool',
  },
  {
    lines: ['Usuario;Correo electrónico;Último acceso', 'ann;a@x.example;27/08/2026'],
    profile: 'template-usage',
    fields: 'Correo electrónico -> email, Último acceso -> last_active',
    missing: 'tool',
  },
  {
    lines: ['Gebruiker;E-mailadres;Laatste aanmelding;Licentie;Applicatie', 'ann;a@x.example;27-08-2026;ja;Slack'],
    profile: 'template-usage',
    fields: 'E-mailadres -> email, Laatste aanmelding -> last_active, Licentie -> assigned, Applicatie -> tool',
  },
  {
    lines: [
      'Mitarbeiter;E-Mail;Abteilung;Vorgesetzter;Standort;Eintrittsdatum',
      'Ann;a@x.example;IT;b@x.example;Bonn;01.02.2020',
    ],
    profile: 'template-people',
    fields:
      'E-Mail -> email, Abteilung -> team, Vorgesetzter -> manager_email, Standort -> location, Eintrittsdatum -> start_date',
  },
  {
    lines: ['Courriel;Équipe;Ville;Date d’embauche', 'a@x.example;IT;Lyon;2020-02-01'],
    profile: 'template-people',
    fields: 'Courriel -> email, Équipe -> team, Ville -> location, Date d’embauche -> start_date',
  },
  {
    lines: [
      'Vertrag;Anbieter;Anzahl Lizenzen;Einzelpreis;Währung;Vertragsbeginn;Laufzeitende;Kündigungsfrist',
      'Slack;Salesforce;10;5,00;EUR;01.01.2026;31.12.2026;90',
    ],
    profile: 'template-contracts',
    fields:
      'Vertrag -> tool, Anzahl Lizenzen -> seats, Einzelpreis -> unit_price, Währung -> currency, Vertragsbeginn -> start, Laufzeitende -> end, Kündigungsfrist -> notice_days',
  },
  {
    lines: [
      'Contract name,Supplier,Expiry,Currency,Annual value,Notice period',
      'Slack,Salesforce,2026-12-31,USD,1200,30',
    ],
    profile: 'template-contracts',
    fields:
      'Contract name -> tool, Expiry -> end, Currency -> currency, Annual value -> annual_cost, Notice period -> notice_days',
  },
  {
    lines: ['Werkzeug;Hersteller;Verantwortlich;Abteilung;Zweck', 'Slack;Salesforce;a@x.example;IT;Chat'],
    profile: 'template-inventory',
    fields:
      'Werkzeug -> name, Hersteller -> vendor, Verantwortlich -> owner_email, Abteilung -> department, Zweck -> purpose',
  },
  {
    lines: ['Zeitpunkt;Benutzer;Anwendung;Aktion', '2026-08-27 09:15:00;a@x.example;Slack;Login'],
    profile: 'template-events',
    fields: 'Zeitpunkt -> timestamp, Benutzer -> email, Anwendung -> tool, Aktion -> event',
  },
  {
    lines: ['Beginn;Ende;Veranstalter;Teilnehmer', '2026-08-27 09:15;2026-08-27 10:00;a@x.example;b@x.example'],
    profile: 'template-meetings',
    fields: 'Beginn -> start, Ende -> end, Veranstalter -> organizer, Teilnehmer -> attendees',
  },
  {
    lines: ['Vorgang,Projekt,Erstellt,Erledigt,Bearbeiter', 'A-1,WEB,2026-08-01,2026-08-09,a@x.example'],
    profile: 'template-work-items',
    fields: 'Vorgang -> id, Projekt -> team, Erstellt -> created, Erledigt -> closed, Bearbeiter -> contributors',
  },
  {
    lines: ['Frage;Abteilung;Antworten;Mittelwert;Skala', 'Klar?;IT;8;3,5;5'],
    profile: 'template-survey',
    fields: 'Frage -> question, Abteilung -> team, Antworten -> answers_n, Mittelwert -> mean, Skala -> scale',
  },
  {
    // The vendor calls the amount otherwise; all else stands under its name.
    lines: [
      'Date,Description,Card Member,Account #,Total,Appears On Your Statement As,Zip Code,Category',
      '04/01/2025,SLACK,NADIA,-71003,125.66,SLACK,,Software',
    ],
    profile: 'amex-us',
    fields:
      'Date -> Date, Description -> Description, Card Member -> Card Member, Account # -> Account #, Total -> Amount, Appears On Your Statement As -> Appears On Your Statement As, Zip Code -> Zip Code, Category -> Category',
  },
  {
    // Two columns are left that may be the application, so a person has to say which.
    lines: [
      'User,App label,Application instance,Login,Last login,Assigned on',
      'Ann,Slack,Slack,a@x.example,2026-08-27T00:00:00Z,2023-02-01T09:00:00Z',
    ],
    profile: 'okta-assignments',
    fields:
      'Application instance -> Application instance, Login -> Login, Last login -> Last login, Assigned on -> Assigned on',
    missing: 'Application name',
  },
  {
    // Without its last sign-ins the export tells no more than a list of people, which can be read as it is.
    lines: [
      'First Name [Required],Email Address [Required],Status [READ ONLY],Department,Building ID',
      'Ann,a@x.example,Active,IT,Bonn',
    ],
    profile: 'template-people',
    fields: 'Email Address [Required] -> email, Department -> team',
  },
];

describe('a header that is not known', () => {
  test.each(CASES.map((one) => [one.lines[0], one] as const))('%s', (_, { lines, profile, fields, missing = '' }) => {
    const { best } = proposer(...lines);
    expect({ profile: best.profile, fields: fieldsOf(best), missing: best.missing.join() }).toEqual({
      profile,
      fields,
      missing,
    });
    const confidences = best.columns.map(({ confidence }) => confidence);
    expect(confidences.every((confidence) => confidence >= 0 && confidence <= 1)).toBe(true);
    expect(
      best.columns.every(({ field, confidence, why }) => (field === null) === (confidence === 0 && why === null)),
    ).toBe(true);
  });

  test.each([
    ['zeta,eta', '1,x'],
    ['a', '1'],
  ])('%s is like nothing', (...lines) => {
    expect(proposer(...lines).best).toMatchObject({ profile: null, confidence: 0, missing: [] });
  });
});

describe('what a proposal says', () => {
  test('confidence: the name, less where values do not fit', () => {
    const column = (value: string) =>
      proposer('Datum;Lieferant;Betrag;Währung', `27.08.2026;Slack;${value};EUR`).best.columns[2];
    // "betrag" is the first hint after the name itself: 0.85 - 1/1000.
    expect(column('12,50')).toMatchObject({ field: 'amount', confidence: 0.85 });
    // No value fits: 0.849 x 0.4.
    expect(column('viel')).toMatchObject({ field: 'amount', confidence: 0.34 });
    expect(column('viel')?.why).toContain('0 % of the values fit');
  });

  test('a total row says nothing of the columns', () => {
    const lines = ['Datum;Händler;Betrag;Währung', '03.07.2026;Zoom;12,50;EUR'];
    expect(proposer(...lines, 'Summe;;12,50;').best).toEqual(proposer(...lines).best);
  });

  test('of a name that stands twice neither is sure', () => {
    const { best } = proposer('date,merchant,amount,Amount,currency', '2026-08-27,Slack,12.50,13.00,EUR');
    const [amount, second] = [best.columns[2], best.columns[3]];
    expect(amount).toMatchObject({ column: 'amount', field: 'amount', confidence: 0.5, why: 'the name stands twice' });
    expect(second).toMatchObject({ column: 'Amount (2)', field: null });
  });

  test('the currency that the name of the amount says, and how many amounts are negative', () => {
    const { best } = proposer(
      'Datum;Empfänger;Betrag (CHF)',
      '27.08.2026;A;-1,00',
      '28.08.2026;B;-2,00',
      '28.08.2026;C;3,00',
    );
    expect(best.currency).toBe('CHF');
    // Two of three; a day such as 27.08.2026 reads as a number too.
    expect(best.columns[2]?.negative).toBe(0.67);
    const named = proposer('Datum;Empfänger;Betrag (CHF);Währung', '27.08.2026;A;-1,00;CHF').best;
    expect(named.currency).toBeNull();
  });

  test('days that can be read either way are told, days that a value settles are not', () => {
    const head = 'Posted,Payee,Total,Curr';
    expect(proposer(head, '03/04/2026,A,1,EUR', '05/05/2026,A,1,EUR').best.openOrders).toEqual(['Posted']);
    expect(proposer(head, '03/04/2026,A,1,EUR', '13/04/2026,A,1,EUR').best.openOrders).toEqual([]);
    expect(proposer(head, '03.04.2026,A,1,EUR').best.openOrders).toEqual([]);
  });

  test('another profile is proposed where a person chooses it; one that does not exist is not', () => {
    const { as } = proposer('Vendor,Amount,Owner', 'Slack,12,a@x.example');
    expect(as('template-inventory')).toMatchObject({ profile: 'template-inventory', missing: ['name'] });
    expect(as('template-nothing')).toBeNull();
  });

  test('no value that may be personal is shown', () => {
    const { best } = proposer(
      'Mitarbeiter;E-Mail;Gehalt;Geburtsdatum;Betrag;IBAN',
      'Ann Lee 4;ann@x.example;5100,00;01.02.1980;12,50;DE12345678',
    );
    expect(best.columns.map(({ looks }) => looks)).toEqual([
      'text of the shape Xxx Xxx 9, 1 different',
      'addresses, 1 different',
      'numbers of the shape 9999,99',
      'days of the shape 99.99.9999',
      'numbers such as 12,50',
      'text of the shape XX99999999, 1 different',
    ]);
  });
});
