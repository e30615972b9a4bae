/** Saying that a profile is still true: what its page is asked and sent. */
import Type from "typebox";

export const StillTrueQuery = Type.Object({ token: Type.Optional(Type.String({ maxLength: 100 })) });
export const StillTrueForm = Type.Object({});
