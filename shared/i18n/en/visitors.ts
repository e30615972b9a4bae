/** English texts of forms for visitors: the challenge, and drafts on the device. */
export const visitors = {
  "visitor.leaveEmpty": "Leave this field empty",
  "visitor.working": "Checking that this is not a machine",
  "visitor.sending": "One moment: your browser finishes a short calculation, then the form is sent.",
  "visitor.moment.title": "One moment",
  "visitor.moment.wait": {
    one: "Everything you typed is kept. Please wait {count} second, then press the button.",
    other: "Everything you typed is kept. Please wait {count} seconds, then press the button.",
  },
  "visitor.moment.why":
    "The short wait keeps machines from flooding this platform with forms. With JavaScript switched on there is no wait.",
  "visitor.moment.send": "Send",
  "visitor.wrong":
    "A field that must stay empty was filled in, perhaps by your browser. It has been emptied: please send the form again.",
  "visitor.expired":
    "The form lay open for too long, or was sent already. Everything you typed is still here: please send it again.",
  "draft.kept":
    "What you type is kept on this device until it is sent, so that a lost connection loses nothing. Anyone who uses this device could read it.",
  "draft.found": "Text from an earlier visit is kept on this device and was not sent.",
  "draft.restore": "Put it back into the form",
  "draft.forget": "Forget this draft",
  "draft.forgotten": "The draft was removed from this device.",
} as const;
