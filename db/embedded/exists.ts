/** Whether something is at a path; a path that may not be looked at is an error, not an absence. */
import { stat } from "node:fs/promises";
import { codeOf } from "./trouble.ts";

export async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return false;
    throw error;
  }
}
