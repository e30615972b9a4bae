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
  "fetching.busy": "Too much is being looked up at the moment. Try again later.",
  "fetching.page-not-found": "There is nothing at this address any more, or there never was.",
  "fetching.bad-answer": "The server answered with an error.",
  "fetching.not-a-page": "There is neither a page nor a PDF at this address.",
  "error.not-fetched.title": "This address could not be read",
  "error.not-fetched.help": "Look at the address in your browser, or write what you know by hand.",
} as const;
