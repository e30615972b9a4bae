/** Why a seed cannot be imported: its sentence names the record, so that whoever edits the file finds it. */
export class SeedFailure extends Error {
  override name = "SeedFailure";
}
