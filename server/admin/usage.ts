/** What the admin command can do, in the words of its help. */
export const usage = `npm run admin -- <command>

  steward create <e-mail>                  makes a one-time link that gives its reader the role of steward
  steward reset <handle|e-mail>            ends all sessions of an account, removes its password and second factors,
                                           and makes a one-time link to choose a new password
  roles list [region]                      who has which role
  roles grant <handle|e-mail> <role> [region]
  roles revoke <handle|e-mail> <role> [region]
                                           role: moderator, curator, admin (of a region) or steward (without a region)
  mail receive [address …]                 takes one letter for the board from stdin, for mail servers that hand letters to a
                                           command; the addresses are those that it came for
  audit verify                             walks the audit log and names the first row that is not as it was written

It works while the server runs and without it, with the same settings (DATABASE_URL, DATA_DIR, PUBLIC_URL …).
It exits with 0 when the work is done, and with 1 when it is not, or when the audit log is broken.`;
