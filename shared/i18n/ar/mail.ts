/** Arabic texts of letters. */
export const mail = {
  "mail.footer": "أُرسلت هذه الرسالة من {host}. لا أحد يقرأ الردود عليها.",
  "mail.footerReply": "أُرسلت هذه الرسالة من {host} نيابةً عن شخص آخر: يصل ردّك إليه.",
  "mail.unsubscribe": "إيقاف هذه الرسائل",
};
