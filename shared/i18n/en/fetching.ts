/** English texts of what comes of asking another server. */
export const fetching = {
  "fetching.bad-address": "The platform does not ask at this address.",
  "fetching.private-address": "This address lies in a private network, not on the public web.",
  "fetching.not-found": "There is no server of this name.",
  "fetching.not-http": "Only addresses that begin with https:// or http:// can be asked.",
  "fetching.too-large": "The answer was too large.",
  "fetching.timeout": "The server did not answer in time.",
  "fetching.too-many-redirects": "The address redirects again and again.",
  "fetching.unreachable": "The server cannot be reached.",
  "fetching.bad-certificate": "The server’s certificate is not valid.",
  "fetching.unreadable": "The answer cannot be read.",
} as const;
