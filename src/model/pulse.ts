/** Languages that the questionnaire is written in. */
export type PulseLanguage = 'en' | 'de';

/**
 * One item of the pulse (METHOD 6a.27), answered from 1 (disagree) to 5 (agree). `signals` are the signals of METHOD 1
 * whose common question it asks: its answer stands in for each of them that no source tells. Ids and the sense of an
 * item never change; an item that asks something else gets a new id.
 */
export interface PulseItem {
  readonly id: string;
  readonly text: Readonly<Record<PulseLanguage, string>>;
  /** Whether to agree is asynchronous (for challenges: no trouble) or the opposite. */
  readonly agree: 'good' | 'bad';
  readonly signals: readonly string[];
}

/** The highest answer; the lowest is 1. */
export const PULSE_SCALE = 5;
/** Item on message noise: no signal, shown beside the messages counted. */
export const NOISE_ITEM = 'Q21';
/** Item on satisfaction with the tools: no signal, since it cannot be read off metadata (METHOD 1). */
export const SATISFACTION_ITEM = 'Q22';

/**
 * A measure that METHOD lists under two constructs (P2.1 = D1.2, P5.2 = D2.1, P5.4 = D2.2, P2.2 = D4.1) is always asked
 * for both by the same items. Not asked: C4.1, which is a fact of the inventory, and D4.4 and C4.3, which stay off until
 * an organisation wants them (METHOD 5).
 */
export const pulseItems: readonly PulseItem[] = [
  {
    id: 'Q01',
    text: {
      en: 'In a normal week, meetings leave me long stretches of free time for my own work.',
      de: 'In einer normalen Woche lassen mir Besprechungen lange freie Zeiten für meine eigene Arbeit.',
    },
    agree: 'good',
    signals: ['P1.1', 'P1.2'],
  },
  {
    id: 'Q02',
    text: {
      en: 'I am often needed in meetings or for answers outside my working hours.',
      de: 'Ich werde oft außerhalb meiner Arbeitszeit in Besprechungen oder für Antworten gebraucht.',
    },
    agree: 'bad',
    signals: ['P1.3', 'P1.5'],
  },
  {
    id: 'Q03',
    text: {
      en: 'My work often stands still because I wait for an answer or a decision.',
      de: 'Meine Arbeit steht oft still, weil ich auf eine Antwort oder eine Entscheidung warte.',
    },
    agree: 'bad',
    signals: ['P1.4', 'P1.6', 'P5.5'],
  },
  {
    id: 'Q04',
    text: {
      en: 'What comes out of a meeting can be read afterwards by those who were not there.',
      de: 'Was in einer Besprechung herauskommt, können danach auch die nachlesen, die nicht dabei waren.',
    },
    agree: 'good',
    signals: ['P2.1', 'D1.2'],
  },
  {
    id: 'Q05',
    text: {
      en: 'We often meet for things, such as the state of work, that could just as well be written.',
      de: 'Wir treffen uns oft für Dinge, etwa den Stand der Arbeit, die man ebenso gut schreiben könnte.',
    },
    agree: 'bad',
    signals: ['P3.4', 'D1.1', 'D1.3'],
  },
  {
    id: 'Q06',
    text: {
      en: 'Our important pages are looked after: somebody keeps each of them up to date.',
      de: 'Unsere wichtigen Seiten werden gepflegt: Um jede kümmert sich jemand und hält sie aktuell.',
    },
    agree: 'good',
    signals: ['P2.2', 'P2.3', 'D4.1'],
  },
  {
    id: 'Q07',
    text: {
      en: 'How we do our recurring work is written down well enough for somebody else to take over.',
      de: 'Wie wir wiederkehrende Arbeiten machen, ist so gut aufgeschrieben, dass jemand anderes sie übernehmen kann.',
    },
    agree: 'good',
    signals: ['P2.6', 'D4.2', 'D4.5'],
  },
  {
    id: 'Q08',
    text: {
      en: 'Before I begin a piece of work, I know which result is expected.',
      de: 'Bevor ich mit einer Arbeit beginne, weiß ich, welches Ergebnis erwartet wird.',
    },
    agree: 'good',
    signals: ['P3.2', 'P3.6'],
  },
  {
    id: 'Q09',
    text: {
      en: 'We talk about work in open channels or at the task itself, rather than in private messages.',
      de: 'Über Arbeit sprechen wir in offenen Kanälen oder direkt an der Aufgabe, nicht in privaten Nachrichten.',
    },
    agree: 'good',
    signals: ['P4.1', 'P4.2', 'C4.2'],
  },
  {
    id: 'Q10',
    text: {
      en: 'I often have to carry things by hand from one tool into another.',
      de: 'Ich muss oft etwas von Hand von einem Werkzeug in ein anderes übertragen.',
    },
    agree: 'bad',
    signals: ['P4.3', 'C3.4'],
  },
  {
    id: 'Q11',
    text: {
      en: 'I quickly find a decision, a procedure or the state of a project, because each has one known place.',
      de: 'Eine Entscheidung, einen Ablauf oder den Stand eines Projekts finde ich schnell, weil alles seinen festen Ort hat.',
    },
    agree: 'good',
    signals: ['P4.4', 'D2.4', 'D4.3', 'C2.5'],
  },
  {
    id: 'Q12',
    text: {
      en: 'Decisions are made by those who do the work, not far above them.',
      de: 'Entscheidungen treffen bei uns die, die die Arbeit machen, und nicht Stellen weit darüber.',
    },
    agree: 'good',
    signals: ['P5.1', 'P5.3'],
  },
  {
    id: 'Q13',
    text: {
      en: 'For what concerns my work, it is clear who decides and who has to be told.',
      de: 'Bei allem, was meine Arbeit betrifft, ist klar, wer entscheidet und wer Bescheid bekommt.',
    },
    agree: 'good',
    signals: ['P5.2', 'D2.1'],
  },
  {
    id: 'Q14',
    text: {
      en: 'Even small matters have to wait for an approval from outside my team.',
      de: 'Selbst kleine Dinge müssen auf eine Freigabe von außerhalb meines Teams warten.',
    },
    agree: 'bad',
    signals: ['P5.4', 'D2.2', 'D2.3', 'C4.4'],
  },
  {
    id: 'Q15',
    text: {
      en: 'I can see how a piece of work stands without having to ask anybody.',
      de: 'Wie weit eine Arbeit ist, kann ich sehen, ohne jemanden fragen zu müssen.',
    },
    agree: 'good',
    signals: ['D3.1', 'D3.2', 'D3.3'],
  },
  {
    id: 'Q16',
    text: {
      en: 'When something new is brought in, such as a tool or a rule, we soon fall back into the old way.',
      de: 'Wenn etwas Neues eingeführt wird, etwa ein Werkzeug oder eine Regel, fallen wir bald in das Alte zurück.',
    },
    agree: 'bad',
    signals: ['C1.1', 'C1.2', 'C1.4'],
  },
  {
    id: 'Q17',
    text: {
      en: 'Whoever wants to count as hard-working here has to be seen at work.',
      de: 'Wer hier als fleißig gelten will, muss bei der Arbeit gesehen werden.',
    },
    agree: 'bad',
    signals: ['C1.5'],
  },
  {
    id: 'Q18',
    text: {
      en: 'We write down more than anybody reads.',
      de: 'Wir schreiben mehr auf, als irgendjemand liest.',
    },
    agree: 'bad',
    signals: ['C2.1', 'C2.3', 'C2.4'],
  },
  {
    id: 'Q19',
    text: {
      en: 'For the same job, different people or teams here use different tools.',
      de: 'Für dieselbe Aufgabe nutzen verschiedene Personen oder Teams bei uns verschiedene Werkzeuge.',
    },
    agree: 'bad',
    signals: ['C3.1', 'C3.2', 'C3.3'],
  },
  {
    id: 'Q20',
    text: {
      en: 'I can say openly when something goes wrong or when I have made a mistake.',
      de: 'Ich kann offen sagen, wenn etwas schiefgeht oder wenn ich einen Fehler gemacht habe.',
    },
    agree: 'good',
    signals: ['C4.5'],
  },
  {
    id: NOISE_ITEM,
    text: {
      en: 'Messages and notifications often tear me out of my work.',
      de: 'Nachrichten und Hinweise reißen mich oft aus der Arbeit.',
    },
    agree: 'bad',
    signals: [],
  },
  {
    id: SATISFACTION_ITEM,
    text: {
      en: 'I am content with the tools that I work with.',
      de: 'Mit den Werkzeugen, mit denen ich arbeite, bin ich zufrieden.',
    },
    agree: 'good',
    signals: [],
  },
];

const byId = new Map(pulseItems.map((item) => [item.id, item]));
const byText = new Map(pulseItems.flatMap((item) => Object.values(item.text).map((text) => [lettersOf(text), item])));

/** Language of the forms for a locale such as `de-AT`. */
export function pulseLanguage(locale: string): PulseLanguage {
  return /^de(?![a-z])/i.test(locale) ? 'de' : 'en';
}

/** How an answer names its item: the id leads, so the item is found whatever the language. */
export function pulseQuestion(item: PulseItem, language: PulseLanguage): string {
  return `${item.id} ${item.text[language]}`;
}

export function pulseItem(id: string): PulseItem | null {
  return byId.get(id.trim().toUpperCase()) ?? null;
}

/**
 * The item that a question or a column asks: by its id, by its text in any language, or by both. An id before some other
 * text belongs to another questionnaire, which may number its questions alike: null.
 */
export function pulseItemAsked(question: string): PulseItem | null {
  const headed = /^\W*(Q\d\d)(?!\d)(.*)$/isu.exec(question);
  const told = byText.get(lettersOf(headed?.[2] ?? question)) ?? null;
  if (headed === null) return told;
  const item = pulseItem(headed[1] ?? '');
  return lettersOf(headed[2] ?? '') === '' || told === item ? item : null;
}

/** Letters and digits only: punctuation, spaces and letter case are lost on the way through form tools. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
