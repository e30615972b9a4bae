/** Where a browser asks about passkeys; apart from the contract, so that it loads nothing else. */
const BASE = "/api/v1/passkeys";

export const passkeyAddresses = {
  askToAdd: `${BASE}/options`,
  add: BASE,
  ask: `${BASE}/sign-in/options`,
  signIn: `${BASE}/sign-in`,
} as const;
