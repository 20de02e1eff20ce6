import { describe, expect, it } from 'vitest';
import { signals } from '../../../src/analysis/principles/signals/registry.ts';
import {
  NOISE_ITEM,
  pulseItemAsked,
  pulseItems,
  pulseLanguage,
  pulseQuestion,
  SATISFACTION_ITEM,
} from '../../../src/model/pulse.ts';

const itemsOf = (signal: string) => pulseItems.filter((item) => item.signals.includes(signal)).map(({ id }) => id);

describe('the pulse', () => {
  it('is a questionnaire of about twenty items, each asked once and in both languages', () => {
    expect(pulseItems.length).toBeGreaterThanOrEqual(20);
    expect(pulseItems.length).toBeLessThanOrEqual(22);
    expect(pulseItems.map(({ id }) => id)).toEqual(
      pulseItems.map((_, index) => `Q${String(index + 1).padStart(2, '0')}`),
    );
    const texts = pulseItems.flatMap(({ text }) => [text.en, text.de]);
    expect(new Set(texts).size).toBe(2 * pulseItems.length);
    // A form in Markdown keeps its statements in a table.
    expect(texts.filter((text) => text.includes('|') || text.includes('\n'))).toEqual([]);
  });

  it('speaks to signals that exist, each asked by one item', () => {
    const known = new Set(signals.map(({ meta }) => meta.id));
    const asked = pulseItems.flatMap((item) => item.signals);
    expect(asked.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('asks for one measure in two constructs by the same items', () => {
    for (const [a, b] of [
      ['D1.2', 'P2.1'],
      ['D2.1', 'P5.2'],
      ['D2.2', 'P5.4'],
      ['D4.1', 'P2.2'],
    ] as const) {
      expect(itemsOf(a)).toEqual(itemsOf(b));
      expect(itemsOf(a)).toHaveLength(1);
    }
  });

  it('asks what cannot be computed, and never what is a fact or off until it is wanted', () => {
    expect(itemsOf('C1.5')).toEqual(['Q17']);
    expect(itemsOf('C4.5')).toEqual(['Q20']);
    for (const id of ['C4.1', 'C4.3', 'D4.4']) expect(itemsOf(id)).toEqual([]);
    const apart = pulseItems.filter((item) => item.signals.length === 0).map(({ id }) => id);
    expect(apart).toEqual([NOISE_ITEM, SATISFACTION_ITEM]);
  });

  it('is not answered well by agreeing with everything', () => {
    const bad = pulseItems.filter(({ agree }) => agree === 'bad').length;
    expect(bad).toBeGreaterThanOrEqual(8);
    expect(bad).toBeLessThanOrEqual(14);
  });
});

describe('the item that a question asks', () => {
  const q01 = pulseItems[0]!;

  it('is told by id, by text in any language, and by both', () => {
    for (const question of [
      'Q01',
      ' q01. ',
      '[Q01]',
      q01.text.en,
      q01.text.de.toUpperCase(),
      q01.text.en.replace(/[.,]/g, ''),
      pulseQuestion(q01, 'de'),
      `Q01: ${q01.text.en}`,
    ]) {
      expect(pulseItemAsked(question)?.id).toBe('Q01');
    }
  });

  it('is none where another questionnaire numbers its questions alike', () => {
    for (const question of ['Q01 How old is your chair?', `Q02 ${q01.text.en}`, 'Q1', 'Q011', 'Q99', 'P1.1', '']) {
      expect(pulseItemAsked(question)).toBeNull();
    }
  });

  it('is put in German where the locale begins with de', () => {
    expect(['de', 'de-AT', 'DE_de', 'en-GB', 'den-CA', 'fr'].map(pulseLanguage)).toEqual([
      'de',
      'de',
      'de',
      'en',
      'en',
      'en',
    ]);
  });
});
