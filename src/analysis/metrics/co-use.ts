/** How the shared members were counted; both give the same counts. */
export type CountingWay = 'by person' | 'bitsets';

/** Sizes of many sets, and of what each two of them share. */
export interface CoUse {
  readonly way: CountingWay;
  readonly sizes: Uint32Array;
  /** Members that the sets `a` and `b` (positions, either order) share; the size itself where they are one. */
  shared(a: number, b: number): number;
}

export interface CountingCost {
  /** Counter increments: the pairs of sets of each member. */
  readonly increments: number;
  /** 32-bit words to be joined: the words of one bitset for each pair of sets. */
  readonly words: number;
}

/** What either way has to do, from the number of sets of each member. */
export function countingCost(sets: number, setsByMember: ArrayLike<number>): CountingCost {
  let increments = 0;
  for (let member = 0; member < setsByMember.length; member += 1) {
    const of = setsByMember[member] ?? 0;
    increments += pairsOf(of);
  }
  return { increments, words: pairsOf(sets) * Math.ceil(setsByMember.length / 32) };
}

/**
 * An increment and a word cost about the same (1.9 and 1.8 ns where this was measured), so the fewer steps win. People
 * use few of many tools: for n of T tools each, n²/2 increments a person stand against T²/64 words, so going by person
 * wins up to 18 % of the tools.
 */
export function cheaperWay({ increments, words }: CountingCost): CountingWay {
  return increments <= words ? 'by person' : 'bitsets';
}

/**
 * Shared members of all pairs of sets (METHOD 2.2). Members are integers from 0 to `members` - 1, each at most once in a
 * set. `way` is for tests; otherwise the cheaper one is taken. Holds a 32-bit count for each pair: 8 MB for 2,000 sets.
 */
export function coUse(sets: readonly ReadonlySet<number>[], members: number, way?: CountingWay): CoUse {
  const lists = sets.map(listOf);
  const setsByMember = new Uint32Array(members);
  for (const list of lists) for (const member of list) increment(setsByMember, member);
  const chosen = way ?? cheaperWay(countingCost(lists.length, setsByMember));
  const counts = chosen === 'bitsets' ? byBitsets(lists, members) : byMember(lists, setsByMember);
  const sizes = Uint32Array.from(lists, (list) => list.length);
  const shared = (a: number, b: number) => {
    if (a === b) return sizes[a] ?? 0;
    return counts[a < b ? rowStart(a, sizes.length) + b : rowStart(b, sizes.length) + a] ?? 0;
  };
  return { way: chosen, sizes, shared };
}

/** Filled by hand: building it from an iterator goes through an ordinary array and takes thrice as long. */
function listOf(set: ReadonlySet<number>): Uint32Array {
  const list = new Uint32Array(set.size);
  let place = 0;
  for (const member of set) {
    list[place] = member;
    place += 1;
  }
  return list;
}

/** Place of the pair (`a`, 0) in the upper triangle written row by row, were it there; (`a`, b > a) stands b further. */
function rowStart(a: number, sets: number): number {
  return a * sets - (a * (a + 1)) / 2 - a - 1;
}

/**
 * The sets of each member as one rising list, and in the order of the sets a count for every later set of each of their
 * members: one row of counters is written at a time, and it fits the first cache.
 */
function byMember(lists: readonly Uint32Array[], setsByMember: Uint32Array): Uint32Array {
  const counts = new Uint32Array(pairsOf(lists.length));
  const { ends, sets } = setLists(lists, setsByMember);
  const next = Uint32Array.from(ends, (end, member) => end - (setsByMember[member] ?? 0));
  for (const [a, list] of lists.entries()) {
    const start = rowStart(a, lists.length);
    for (const member of list) {
      const end = ends[member] ?? 0;
      const after = increment(next, member);
      for (let at = after; at < end; at += 1) increment(counts, start + (sets[at] ?? 0));
    }
  }
  return counts;
}

/** Sets by member, rising, one member's after the other's; `ends` = place after the last of each member. */
function setLists(lists: readonly Uint32Array[], setsByMember: Uint32Array) {
  const ends = new Uint32Array(setsByMember.length);
  let total = 0;
  for (const [member, count] of setsByMember.entries()) {
    ends[member] = total;
    total += count;
  }
  const sets = new Uint32Array(total);
  for (const [set, list] of lists.entries()) {
    for (const member of list) sets[increment(ends, member) - 1] = set;
  }
  return { ends, sets };
}

function byBitsets(lists: readonly Uint32Array[], members: number): Uint32Array {
  const width = Math.ceil(members / 32);
  const bits = new Uint32Array(lists.length * width);
  for (const [set, list] of lists.entries()) {
    for (const member of list) {
      const word = set * width + (member >>> 5);
      bits[word] = (bits[word] ?? 0) | (1 << (member & 31));
    }
  }
  const counts = new Uint32Array(pairsOf(lists.length));
  for (let a = 0; a < lists.length; a += 1) {
    const start = rowStart(a, lists.length);
    for (let b = a + 1; b < lists.length; b += 1) counts[start + b] = sharedBits(bits, a * width, b * width, width);
  }
  return counts;
}

function sharedBits(bits: Uint32Array, a: number, b: number, width: number): number {
  let shared = 0;
  for (let word = 0; word < width; word += 1) shared += ones((bits[a + word] ?? 0) & (bits[b + word] ?? 0));
  return shared;
}

/** One more at the place; the new count. */
function increment(counts: Uint32Array, place: number): number {
  const count = (counts[place] ?? 0) + 1;
  counts[place] = count;
  return count;
}

function pairsOf(sets: number): number {
  return (sets * (sets - 1)) / 2;
}

/** Bits that are set in a 32-bit word: sums of two, four and eight bits side by side, then the four bytes together. */
function ones(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  sums = (sums + (sums >>> 4)) & 0x0f0f0f0f;
  return Math.imul(sums, 0x01010101) >>> 24;
}
