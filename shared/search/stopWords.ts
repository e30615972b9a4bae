/** Words that say nothing of what is looked for: left out of a search that has others. */
const english = "a an and are as at by for from in is of on or the to with who what where";
const french = "au aux avec ce ces d dans de des du en est et l la le les ou par pour que qui sur un une";
const portuguese = "a ao as com da das de do dos e em na no o os para por uma";
const arabic = "في من على الى عن مع او و هذا هذه";
const southSlavic = "i u na za o od s sa iz po do";

export const stopWords: ReadonlySet<string> = new Set(
  [english, french, portuguese, arabic, southSlavic]
    .flatMap((words) => words.split(" "))
    .map((word) => word.replaceAll("ى", "ي")),
);
