/** English texts of letters. */
export const mail = {
  "mail.footer": "Sent by {host}. Nobody reads answers to this letter.",
  "mail.footerReply": "Sent by {host} for somebody else: your answer goes to that person.",
  "mail.unsubscribe": "Stop these letters",
};
