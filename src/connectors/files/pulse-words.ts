import { PULSE_SCALE, type PulseLanguage } from '../../model/pulse.ts';

/** What the forms say beside the items. */
export interface PulseWords {
  readonly title: string;
  readonly purpose: string;
  readonly anonymity: string;
  readonly how: readonly string[];
  readonly moreTeams: { readonly markdown: string; readonly workbook: string };
  readonly columns: { readonly team: string; readonly item: string; readonly statement: string };
  /** Of the answers 1 to 5. */
  readonly answers: readonly string[];
  readonly wholeNumber: string;
  readonly sheet: string;
}

/** A form goes to people who know nothing of the audit, in their language. */
export const pulseWords: Readonly<Record<PulseLanguage, PulseWords>> = {
  en: {
    title: 'Pulse: how we work',
    purpose:
      'Purpose: to see how the work is done as those who do it see it, beside what can be counted in the tools; it judges the way of working and nobody in it.',
    anonymity:
      'Anonymous: write no names. Only numbers of answers for a whole team are asked for, and answers of small groups are not shown (by default fewer than 10 people, in no case fewer than 5).',
    how: [
      'Write the name of the team.',
      `For each statement, count how many people choose 1 (disagree) to ${PULSE_SCALE} (agree): by a show of hands, or from an anonymous poll. Write the numbers of people; leave a cell empty where nobody chose it.`,
      'Leave a statement empty where it was not asked. That is read as unknown, never as zero.',
    ],
    moreTeams: {
      markdown:
        'For another team, copy everything from the line "Team:" to the end and put it below, or use a file for each team.',
      workbook:
        'Each coloured block is one team: write its name once, in the first column. Blocks that stay empty are passed over.',
    },
    columns: { team: 'Team', item: 'Item', statement: 'Statement' },
    answers: ['1 disagree', '2', '3', '4', '5 agree'],
    wholeNumber: 'How many people chose this: a whole number, 0 or more.',
    sheet: 'Pulse',
  },
  de: {
    title: 'Puls: wie wir arbeiten',
    purpose:
      'Zweck: zu sehen, wie gearbeitet wird, so wie es die sehen, die die Arbeit machen, neben dem, was sich in den Werkzeugen zählen lässt; beurteilt wird die Arbeitsweise und niemand in ihr.',
    anonymity:
      'Anonym: Bitte keine Namen. Gefragt sind nur Zahlen von Antworten eines ganzen Teams, und Antworten kleiner Gruppen werden nicht gezeigt (im Regelfall unter 10 Personen, nie unter 5).',
    how: [
      'Den Namen des Teams eintragen.',
      `Zu jeder Aussage zählen, wie viele Personen 1 (stimme nicht zu) bis ${PULSE_SCALE} (stimme zu) wählen: per Handzeichen oder aus einer anonymen Umfrage. Die Zahl der Personen eintragen; eine Zelle bleibt leer, wo niemand sie gewählt hat.`,
      'Eine Aussage bleibt leer, wenn sie nicht gefragt wurde. Das gilt als unbekannt, nie als null.',
    ],
    moreTeams: {
      markdown:
        'Für ein weiteres Team alles ab der Zeile "Team:" bis zum Ende kopieren und darunter einfügen, oder je Team eine eigene Datei nehmen.',
      workbook:
        'Jeder farbige Block ist ein Team: den Namen einmal in die erste Spalte schreiben. Leere Blöcke werden übergangen.',
    },
    columns: { team: 'Team', item: 'Nr.', statement: 'Aussage' },
    answers: ['1 stimme nicht zu', '2', '3', '4', '5 stimme zu'],
    wholeNumber: 'Wie viele Personen das gewählt haben: eine ganze Zahl, 0 oder mehr.',
    sheet: 'Puls',
  },
};
