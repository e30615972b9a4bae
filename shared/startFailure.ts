/** A reason not to start: its message is a whole sentence for the operator, what is wrong and what to do. */

/** Thrown while starting; whoever catches it prints the message alone, without a stack, and exits with 1. */
export class StartFailure extends Error {
  override name = "StartFailure";
}
