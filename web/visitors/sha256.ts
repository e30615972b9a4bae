/** SHA-256 of one short text, at once: WebCrypto answers each hash later, which costs more than the hash itself. */

/** First 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4 §4.2.2, §5.3.3). */
function fractions(power: number, count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) isPrime = false;
    if (isPrime) found.push(((number ** power % 1) * 2 ** 32) | 0);
  }
  return found;
}

const ROUNDS = Int32Array.from(fractions(1 / 3, 64));
const START = fractions(1 / 2, 8);
const words = new Int32Array(64);

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the hash of an ASCII text of at most 55 characters. */
export function firstWordOf(text: string): number {
  words.fill(0, 0, 16);
  const put = (place: number, byte: number) => {
    words[place >> 2] = (words[place >> 2] ?? 0) | (byte << (24 - 8 * (place & 3)));
  };
  for (let place = 0; place < text.length; place++) put(place, text.charCodeAt(place));
  put(text.length, 0x80);
  words[15] = text.length * 8;
  extend();
  return compressed();
}

function at(list: Int32Array, place: number): number {
  return list[place] ?? 0;
}

function extend(): void {
  for (let place = 16; place < 64; place++) {
    const early = at(words, place - 15);
    const late = at(words, place - 2);
    const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const two = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[place] = at(words, place - 16) + one + at(words, place - 7) + two;
  }
}

function compressed(): number {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = START;
  for (let round = 0; round < 64; round++) {
    const big = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const added = (h + big + ((e & f) ^ (~e & g)) + at(ROUNDS, round) + at(words, round)) | 0;
    const other = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + added) | 0;
    d = c;
    c = b;
    b = a;
    a = (added + other) | 0;
  }
  return ((START[0] ?? 0) + a) >>> 0;
}
