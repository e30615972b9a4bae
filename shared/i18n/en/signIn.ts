/** English texts of signing in. */
export const signIn = {
  "signIn.title": "Sign in",
  "signIn.name": "Handle or e-mail",
  "signIn.password": "Password",
  "signIn.keep": "Stay signed in on this device",
  "signIn.keepHint": "For 30 days. Leave it empty on a device that others use.",
  "signIn.forgotten": "Password forgotten?",
  "signIn.noAccount": "No account yet? Apply to join:",
  "signIn.already": "You are signed in as {handle}. To use another account, sign out first.",
  "signIn.toAccount": "To your account",
  "signIn.wait": {
    one: "Too many tries. Wait {count} second, then try again.",
    other: "Too many tries. Wait {count} seconds, then try again.",
  },
  "signIn.busy": "Many people are signing in at the moment. Wait a few seconds, then try again.",
  "signIn.step2": "Second step",
  "signIn.step2Lead": "Type the code that your authenticator app shows now, or one of your recovery codes.",
  "signIn.code": "Code",
  "signIn.notACode": "A code has six figures; a recovery code has ten letters and figures.",
  "signIn.codeUsed": {
    one: "This code was used already. The next one comes in {count} second.",
    other: "This code was used already. The next one comes in {count} seconds.",
  },
  "signIn.startAgain": "This step waits for ten minutes. Please begin again.",
} as const;
