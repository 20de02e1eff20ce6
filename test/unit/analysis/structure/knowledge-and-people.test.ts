import { describe, expect, it } from 'vitest';
import { asyncFit } from '../../../../src/analysis/structure/async-fit.ts';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import { Structure } from '../../../../src/model/audit/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Snapshot } from '../../../../src/model/snapshot.ts';
import {
  emptySnapshot,
  span,
  withContract,
  withDocuments,
  withHome,
  withIntegration,
  withPeople,
  withTool,
  withUse,
} from '../../../support/snapshot.ts';

function structure(snapshot: Snapshot) {
  return analyseStructure(snapshot, Policy.parse({}), { seed: 1 });
}

describe('integrations', () => {
  it('cover by hand-offs; a silent edge does not cover, a manual row is need', () => {
    let snapshot = ['a', 'b', 'c', 'd'].reduce((sum, id) => withTool(sum, id, 'wiki'), emptySnapshot());
    snapshot = withIntegration(snapshot, 'a', 'b', { weeklyHandoffs: 60 });
    snapshot = withIntegration(snapshot, 'b', 'c', { weeklyHandoffs: 30, state: 'stale' });
    snapshot = withIntegration(snapshot, 'c', 'a', { weeklyHandoffs: 10, state: 'manual', type: 'manual' });
    const found = structure(snapshot).integrations;
    // 60 of 100; nothing else is reached through two live hops; 40 x 6 minutes.
    expect(found.needCoverage).toEqual({ direct: 0.6, path: 0.6, pairs: 1 / 3 });
    expect(found.manualHandoffShare).toBeCloseTo(0.4, 10);
    expect(found.manualMinutesPerWeek).toBe(240);
    expect(found.isolated).toEqual(['c']);
    expect(found.noData).toEqual(['d']);
    expect(found.components).toBe(2);
  });

  it('are unknown, not absent, without a source', () => {
    const found = structure(withTool(emptySnapshot(), 'a', 'wiki')).integrations;
    expect(found).toMatchObject({ components: null, density: null, manualHandoffShare: null, noData: ['a'] });
  });
});

describe('single source', () => {
  const documents = withDocuments(withDocuments(emptySnapshot(), 'SOP', 'Notion', 8), 'sops', 'Drive', 2);

  it('counts records in their agreed home, kinds by meaning and not by letter case', () => {
    const found = structure(withHome(documents, 'SOPs', 'notion ')).singleSource;
    expect(found).toMatchObject({ state: 'measured-partial', index: 0.8, byVolume: 0.8, duplicateRate: null });
    expect(found.byType).toEqual([{ type: 'SOPs', home: 'notion ', inHome: 8, total: 10, share: 0.8 }]);
  });

  it('is undefined without a home, and leaves a kind without one out of the index', () => {
    expect(structure(documents).singleSource).toMatchObject({ state: 'undefined', index: null });
    const found = structure(withHome(withDocuments(documents, 'brief', 'Drive', 5), 'SOP', 'Notion')).singleSource;
    expect(found).toMatchObject({ index: 0.8, byVolume: 0.8 });
    expect(found.byType[1]).toEqual({ type: 'brief', home: null, inHome: 0, total: 5, share: null });
  });

  it('is not connected where nothing was seen', () => {
    expect(structure(withHome(emptySnapshot(), 'SOP', 'Notion')).singleSource.state).toBe('not-connected');
  });
});

describe('people', () => {
  it('counts those employed in the window, and tools on a person-day', () => {
    let snapshot = withPeople(withTool(withTool(emptySnapshot(), 'a', 'wiki'), 'b', 'forms'), 'Alpha', 4);
    snapshot = withPeople(snapshot, 'Alpha', 1, { end: '2026-07-05' });
    snapshot = withPeople(snapshot, 'Alpha', 1, { start: '2026-09-27' });
    // Two tools on one person-day, one on another.
    snapshot = withUse(withUse(snapshot, 'a', [0, 1]), 'b', [0]);
    const { people } = structure(snapshot);
    expect(people.counted).toBe(5);
    expect(people.window).toEqual({ weeks: 12, start: '2026-07-06', end: '2026-09-27' });
    expect(people.contextSwitch).toMatchObject({ effectiveToolsPerPersonDay: 1.5, personDays: 2 });
  });

  it('estimates what no source has seen, and covers sign-on three ways', () => {
    let snapshot = emptySnapshot();
    snapshot = withTool(snapshot, 'a', 'wiki', { seenIn: ['inventory', 'sign-in', 'spend'] });
    snapshot = withTool(snapshot, 'b', 'wiki', { seenIn: ['inventory', 'sign-in'] });
    snapshot = withTool(snapshot, 'c', 'wiki', { seenIn: ['inventory', 'spend'] });
    snapshot = withTool(snapshot, 'd', 'wiki', { seenIn: ['spend'], listing: 'shadow' });
    const { shadow, sso } = structure(snapshot).people;
    // (2 + 1)(3 + 1) / (1 + 1) - 1 = 5, of which 4 are seen
    expect(shadow).toMatchObject({ share: 0.25, estimatedTotal: 5, unseen: 1 });
    expect(shadow.bySource).toEqual({ source1: 2, source2: 3, both: 1 });
    expect(sso).toEqual({ byApp: 0.5, byUserApp: null, bySpend: null });
  });

  it('keeps guests out of use where there is a people list', () => {
    let snapshot = withPeople(withTool(emptySnapshot(), 'a', 'wiki'), 'Alpha', 2);
    snapshot = withPeople(snapshot, null, 1, { listed: false, internal: false, start: null });
    snapshot = withPeople(snapshot, null, 1, { listed: false, internal: true, start: null });
    expect(structure(withUse(snapshot, 'a', span(0, 3))).tools[0]?.users).toBe(3);
  });
});

describe('async fit', () => {
  const capabilities = emptySnapshot().capabilities;

  it('is the mean of the traits known, from four on', () => {
    const traits = { permalinks: 'yes', search: 'limited', export: 'no', api: 'yes' } as const;
    expect(asyncFit({ traits, capabilities: { wiki: 3 } }, capabilities)).toMatchObject({
      score: 0.625,
      known: 4,
      of: 8,
    });
    const { api: _, ...three } = traits;
    expect(asyncFit({ traits: three, capabilities: { wiki: 3 } }, capabilities)).toMatchObject({
      score: null,
      known: 3,
    });
    expect(asyncFit({ traits, capabilities: { video_meetings: 3, wiki: 1 } }, capabilities).score).toBeNull();
  });
});

describe('the whole structure', () => {
  it('fits its schema for an empty and for a small company', () => {
    expect(() => Structure.parse(structure(emptySnapshot()))).not.toThrow();
    let snapshot = withPeople(withTool(withTool(emptySnapshot(), 'a', 'wiki'), 'b', 'wiki'), 'Alpha', 12);
    snapshot = withContract(withUse(withUse(snapshot, 'a', span(0, 7)), 'b', span(4, 11)), 'a');
    expect(() => Structure.parse(structure(snapshot))).not.toThrow();
  });
});
