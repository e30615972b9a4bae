/** Codes of authenticator apps, and recovery codes: what is accepted, and what a person may type. */
import { URI } from "otpauth";
import {
  newRecoveryCodes,
  newTotpSecret,
  qrCode,
  readCode,
  secondsAfterStep,
  totpStep,
  totpUri,
} from "server/accounts/totp.ts";
import { expect, test } from "vitest";

// RFC 6238, appendix B: the secret "12345678901234567890", of which apps show six figures.
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  ["1970-01-01T00:00:59Z", "287082", 1],
  ["2005-03-18T01:58:29Z", "081804", 37037036],
  ["2009-02-13T23:31:30Z", "005924", 41152263],
])("at %s the code of the standard is right", (moment, code, step) => {
  expect(totpStep(SECRET, code, new Date(moment))).toBe(step);
});

test("a code is right one step early and one step late, and no more", () => {
  const at = (seconds: number) => totpStep(SECRET, "287082", new Date(seconds * 1000));
  expect([29, 30, 59, 60, 89].map(at)).toEqual([1, 1, 1, 1, 1]);
  expect([90, 120].map(at)).toEqual([null, null]);
  expect(totpStep(SECRET, "000000", new Date(59_000))).toBeNull();
  expect(totpStep(SECRET, "", new Date(59_000))).toBeNull();
});

test("a step that was used says when the next one comes", () => {
  expect(secondsAfterStep(1, new Date(31_000))).toBe(29);
  expect(secondsAfterStep(2, new Date(59_000))).toBe(31);
  expect(secondsAfterStep(0, new Date(59_000))).toBe(1);
});

test("an app reads secret, account and platform from the address", () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
  const read = URI.parse(totpUri(secret, "أمينة", "Civil society: against corruption"));
  expect(read.secret.base32).toBe(secret);
  expect(read.label).toBe("أمينة");
});

test("the picture is one path on a square with a quiet margin", () => {
  const { size, path } = qrCode(totpUri(SECRET, "amina", "Platform"));
  expect(size).toBeGreaterThan(25);
  expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  expect(path).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
});

test("recovery codes are ten, all different, and easy to copy by hand", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
});

test.each([
  ["123456", { kind: "totp", code: "123456" }],
  [" 123 456 ", { kind: "totp", code: "123456" }],
  ["١٢٣ ٤٥٦", { kind: "totp", code: "123456" }],
  ["๑๒๓๔๕๖", { kind: "totp", code: "123456" }],
  ["１２３４５６", { kind: "totp", code: "123456" }],
  ["4f9kd-o2xmr", { kind: "recovery", code: "4F9KD02XMR" }],
  ["4F9KD 02XMR", { kind: "recovery", code: "4F9KD02XMR" }],
  ["12345", null],
  ["4F9KD-02XMU", null],
  ["", null],
  ["\u202e123456789012345", null],
  ["1".repeat(1_000_000), null],
])("what is typed as %j is read", (typed, read) => {
  expect(readCode(typed)).toEqual(read);
});
