/** English texts of passkeys. */
export const passkeys = {
  "passkeys.title": "Passkeys",
  "passkeys.lead":
    "With a passkey you sign in by the finger, face or code that unlocks your device, or with a security key. It cannot be guessed or copied from a false page, and it counts as the second factor too.",
  "passkeys.none": "You have no passkey yet.",
  "passkeys.made": "Made on {day}",
  "passkeys.used": "Last used on {day}",
  "passkeys.unused": "Not used yet",
  "passkeys.remove": "Remove",
  "passkeys.removeNamed": "Remove “{name}”",
  "passkeys.removeLead":
    "Nobody can sign in with it afterwards. The device keeps its half until you remove it there too.",
  "passkeys.add": "Add a passkey",
  "passkeys.name": "Name",
  "passkeys.nameHint": "By which you know it again, such as “phone”.",
  "passkeys.password": "Present password",
  "passkeys.most": "You have {count} passkeys, the most that there may be. Remove one to add another.",
  "passkeys.needsScript":
    "A passkey is made by the browser itself, which takes JavaScript. Without it, turn on the second factor instead.",
  "passkeys.needsName":
    "Passkeys belong to a name. Open the platform by its name instead of a number, then come back here.",
  "passkeys.fill": "Give it a name, and type your password.",
  "passkeys.asking": "Now your browser asks you …",
  "passkeys.cancelled": "No passkey was given. You can try again.",
  "passkeys.known": "This device has a passkey of your account already.",
  "passkeys.failed": "That did not work. You can try again.",
  "passkeys.wrongPassword": "This is not your present password.",
  "passkeys.wait": "Too many tries. Wait some minutes, then try again.",
  "passkeys.needsFactor":
    "Your account has a second factor, and this device was signed in without it. Sign in with it first.",
  "passkeys.unknown": "This passkey opens no account here.",
  "passkeys.signIn": "Sign in with a passkey",
  "passkeys.toSecondFactor": "Second factor",
  "done.passkey-added": "The passkey is added.",
  "done.passkey-removed": "The passkey is removed.",
  "letter.passkeyAdded.subject": "A passkey was added",
  "letter.passkeyAdded.1": "A passkey was added to your account. Whoever has it can sign in.",
  "letter.passkeyRemoved.subject": "A passkey was removed",
  "letter.passkeyRemoved.1": "A passkey was removed from your account. It opens nothing any more.",
} as const;
