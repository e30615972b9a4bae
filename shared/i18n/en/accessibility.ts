/** English texts of the accessibility statement. */
export const accessibility = {
  "accessibility.title": "Accessibility statement",
  "accessibility.lead":
    "Everyone should be able to use this platform. Its aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.",
  "accessibility.status.title": "How far it has come",
  "accessibility.status.1":
    "It has been assessed by those who build it, not by independent experts, and not yet with people who use assistive technology every day. So it is not claimed that every requirement is met.",
  "accessibility.status.date": "This statement was written on:",
  "accessibility.checked.title": "What is checked",
  "accessibility.checked.1":
    "An automatic check (axe-core) of the pages in every language, in light and in dark colours. No finding is accepted.",
  "accessibility.checked.2": "Use with the keyboard alone, with a focus that can always be seen.",
  "accessibility.checked.3":
    "Pages 320 pixels wide, which is also a magnification of 400 %, without scrolling sideways.",
  "accessibility.checked.4": "Use without JavaScript.",
  "accessibility.checked.5":
    "Arabic from right to left, with names in other scripts kept apart; texts in another language than the page are marked with it.",
  "accessibility.checked.6":
    "Status is never shown by colour alone, and movement is left out where the device asks for it.",
  "accessibility.limits.title": "Known limits",
  "accessibility.limits.1":
    "Maps: what a map shows stands beside or below it as a table or a list, which is the better way with a screen reader. The interactive map needs JavaScript; nothing is shown on it alone.",
  "accessibility.limits.2":
    "Documents and pages of others, to which sources and resources lead, may not be accessible. Many are PDF files.",
  "accessibility.limits.3":
    "Titles and summaries are often in English only. Names of organisations are not always marked with their language, so a screen reader may pronounce them wrongly.",
  "accessibility.limits.4": "There are no versions in easy language or in sign language.",
  "accessibility.report.title": "Reporting a barrier",
  "accessibility.report.1":
    "Please say which page it is, what you wanted to do, and with which device or program:",
  "accessibility.report.none":
    "There is no form and no published address for this yet. This page will name one as soon as there is.",
} as const;
