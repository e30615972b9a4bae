/** English texts of the privacy page. */
export const privacy = {
  "privacy.title": "Privacy",
  "privacy.lead":
    "This platform is made to learn as little as possible about those who read it: no cookies before signing in, no trackers, and no record of who read what.",
  "privacy.cookies.title": "No cookies before signing in, no third parties",
  "privacy.cookies.1":
    "A visitor gets no cookie. Nothing is stored in the browser beyond the copies of pages that browsers keep for themselves, and drafts of forms, which stay on the device and can be forgotten there. Signing in sets two cookies of this platform alone; signing out removes them.",
  "privacy.cookies.2":
    "Pages load nothing from other servers: no fonts, no map images, no statistics, no social media. Another site is opened only when its link is followed, and it is not told from which page.",
  "privacy.cookies.3":
    "The language and the data saver stand in the address of the page and nowhere else. Only the first page follows the languages that the browser asks for; they are not kept.",
  "privacy.address.title": "Network addresses and logs",
  "privacy.address.1":
    "The network address (IP address) of a device is used to send it the answer. It is neither stored nor written to the log.",
  "privacy.address.2":
    "The log holds failures, and the kind of page on which they happened. It does not hold addresses of visitors or words that were searched for. Counters tell how often each kind of page was asked for, not by whom.",
  "privacy.memory.title": "What is kept in memory",
  "privacy.memory.1":
    "Finished pages are kept in memory for a while, so that they can be sent again quickly. They are the same for every visitor. Pages that answer a search for words are not kept.",
  "privacy.others.title": "What others can see",
  "privacy.others.1":
    "An internet provider can see that a device connects to this platform, but with an address that begins with https:// not which page it reads. Companies that host this server or pass its pages on may keep records of their own; this software has no influence on them.",
  "privacy.others.2":
    "The browser keeps a history of the pages that were opened. Words that were searched for stand in the address, and so in that history. A private window forgets them once it is closed.",
  "privacy.exit.title": "“{exit}”, and what it cannot do",
  "privacy.exit.1":
    "The link opens Wikipedia in place of the page, so that the back button does not lead to that page again. Without JavaScript it is an ordinary link, and the back button does lead to it.",
  "privacy.exit.2":
    "It does not clear the browser’s history, and it does not hide the visit from the network. Pages that were opened before remain within reach of the back button. To leave no trace on a device, use a private window or clear the history.",
  "privacy.people.title": "People in the data",
  "privacy.people.1":
    "The directory is one of organisations. Its contact details are general ones that an organisation publishes for itself. E-mail addresses, telephone numbers and home addresses of private persons are not collected.",
  "privacy.people.2":
    "Whoever finds a fact about an organisation or a country wrong can say so beside it, without an account.",
  "privacy.accounts.title": "Accounts",
  "privacy.accounts.1":
    "An account has a handle, an e-mail address and a password. A real name is never asked for. The password is kept only as a digest from which it cannot be read (Argon2id). The address is used for letters of this platform; other members do not see it, and admins of a region see it only in an application that they decide on.",
  "privacy.accounts.2":
    "For each device that is signed in, the platform keeps the kind of browser and system and when it was last active, but no network address. Each of them can be signed out.",
  "privacy.accounts.3":
    "Everything that is stored about a person can be downloaded and erased under “{account}”, without asking anybody. What was changed in the record of an organisation or a country stays, without a name.",
  "privacy.accounts.4":
    "An organisation decides which of its contact details everybody sees, which only members see, and which only those who keep its profile see. When staff look at one that is not public, this is noted and shown to the organisation.",
  "privacy.sent.title": "What is sent in without an account",
  "privacy.sent.1":
    "An application is read by the admins of its region. No documents are stored. The address given with a correction is removed once the answer was sent. A message that is passed on to an organisation is not kept.",
  "privacy.sent.2":
    "Following by mail keeps an address and what is followed, until one click in any of its letters ends it.",
  "privacy.sent.4":
    "Registering for an event keeps a name that one chooses, an address and what one wrote. The curators of the event’s region see it, and each look is noted. It is deleted 30 days after the event, or at once when the registration is ended.",
  "privacy.sent.3":
    "Forms ask the browser for a second of computing, or a short wait, so that machines do not flood them. No other company is involved, and no network address is kept.",
  "privacy.accounts.place": "Account, My data",
} as const;
